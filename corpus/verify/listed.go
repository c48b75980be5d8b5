package verify

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"regexp"
)

// Listed is a source that a brief lists, as far as it can be looked for.
type Listed struct {
	File     string   // the name of its file, or its id in an archive
	TextHash [32]byte // SHA-256 of its text
}

var filePattern = regexp.MustCompile(`, file ([^,]+), `)

// Sources is the list of sources of a brief, so that they can be found where they are not at hand.
func Sources(file []byte, name string) ([]Listed, error) {
	format, err := formatOf(file, name)
	if err != nil {
		return nil, err
	}
	s, err := readers[format](file)
	if err != nil {
		return nil, fmt.Errorf("cannot be read as %s: %w", format, err)
	}
	c := &checker{sheet: s}
	c.readSources()
	var all []Listed
	for _, source := range c.sources {
		l := Listed{}
		if m := filePattern.FindStringSubmatch(source.text); m != nil {
			l.File = m[1]
		}
		if n, err := hex.Decode(l.TextHash[:], []byte(cmp.Or(source.textHash, source.fileHash))); err != nil || n != len(l.TextHash) {
			continue
		}
		all = append(all, l)
	}
	return all, nil
}
