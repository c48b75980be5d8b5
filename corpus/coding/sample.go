package coding

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"math"
	"slices"

	"parallax/corpus/brief"
)

// Sample draws a share of some reports for two coders, at least one, as places of the list, rising. stratum parts the reports:
// of each part the share is drawn, at least one; nil keeps them together. Which are drawn depends on the seed and the texts alone,
// not on the order or the names of files: each report gets the SHA-256 of the seed, its outlet and its text, and the least are drawn. Of a
// folder that has grown, a report that was drawn before is therefore left out only when another takes its place.
func Sample(reports []brief.Ref, share float64, seed uint64, stratum func(i int) string) []int {
	parts := make(map[string][]int)
	lots := make([][sha256.Size]byte, len(reports))
	for i, r := range reports {
		lots[i] = sha256.Sum256(fmt.Appendf(nil, "%d %x %s", seed, r.TextHash[:], r.Outlet))
		name := ""
		if stratum != nil {
			name = stratum(i)
		}
		parts[name] = append(parts[name], i)
	}
	var drawn []int
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part := parts[name]
		slices.SortFunc(part, func(a, b int) int { return cmp.Or(bytes.Compare(lots[a][:], lots[b][:]), cmp.Compare(a, b)) })
		drawn = append(drawn, part[:min(len(part), max(1, int(math.Round(share*float64(len(part))))))]...)
	}
	slices.Sort(drawn)
	return drawn
}
