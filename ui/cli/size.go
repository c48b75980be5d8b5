package cli

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// size is a number of bytes as people write it.
type size int64

var units = map[string]float64{
	"": 1, "b": 1,
	"k": 1 << 10, "kib": 1 << 10, "kb": 1e3,
	"m": 1 << 20, "mib": 1 << 20, "mb": 1e6,
	"g": 1 << 30, "gib": 1 << 30, "gb": 1e9,
}

// UnmarshalText reads "8MiB", "500k", "1.5 GB" or a plain number of bytes.
func (s *size) UnmarshalText(text []byte) error {
	written := strings.TrimSpace(string(text))
	digits := strings.TrimRight(written, "bBiIkKmMgG \t")
	unit, known := units[strings.ToLower(strings.TrimSpace(written[len(digits):]))]
	n, err := strconv.ParseFloat(digits, 64)
	if !known || err != nil || !(n*unit >= 1 && n*unit < math.MaxInt64) {
		return fmt.Errorf("%q is no size: write it as 500KiB, 8MiB or 20MB", written)
	}
	*s = size(n * unit)
	return nil
}

// String is the size as UnmarshalText reads it back, in the largest unit of which it is a whole number.
func (s size) String() string {
	for _, unit := range []string{"GiB", "MiB", "KiB"} {
		if each := int64(units[strings.ToLower(unit)]); int64(s)%each == 0 && s > 0 {
			return fmt.Sprintf("%d%s", int64(s)/each, unit)
		}
	}
	return strconv.FormatInt(int64(s), 10)
}
