package coding

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// Code is a tag that readers have agreed on.
type Code struct {
	Name       string `toml:"name"`
	Definition string `toml:"definition"` // when to use it; may be empty
}

// Codebook is the tags that readers have agreed on, in the order of its file.
type Codebook []Code

// ReadCodebook reads a codebook within the limits of a file: a CSV file with the columns name and definition (a first line that calls them so is
// passed over), or a TOML file with
//
//	[[tag]]
//	name = "casualties"
//	definition = "Numbers of dead or wounded."
//
// Errors say where: a name that is missing or comes twice, or what the format cannot bear.
func ReadCodebook(path string, l report.Limits) (Codebook, error) {
	data, err := source.File(path, l)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	read := readCSV
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		read = readTOML
	}
	book, err := read(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return book, nil
}

// Tag is the code of that name.
func (b Codebook) Tag(name string) (Code, bool) {
	for _, c := range b {
		if c.Name == name {
			return c, true
		}
	}
	return Code{}, false
}

// add adds a code that stands at a place of the file.
func (b Codebook) add(c Code, where string) (Codebook, error) {
	c = Code{strings.TrimSpace(c.Name), strings.TrimSpace(c.Definition)}
	if c.Name == "" {
		return nil, fmt.Errorf("%s: the tag has no name", where)
	}
	if _, ok := b.Tag(c.Name); ok {
		return nil, fmt.Errorf("%s: the tag %q comes twice", where, c.Name)
	}
	return append(b, c), nil
}

func readCSV(text string) (Codebook, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	var book Codebook
	for first := true; ; first = false {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		where := fmt.Sprintf("line %d", line)
		if len(row) > 2 {
			return nil, fmt.Errorf("%s: there are %d columns: want name and definition; a definition with a comma stands in quotes", where, len(row))
		}
		c := Code{Name: row[0]}
		if len(row) == 2 {
			c.Definition = row[1]
		}
		if first && strings.EqualFold(strings.TrimSpace(c.Name), "name") {
			continue
		}
		if book, err = book.add(c, where); err != nil {
			return nil, err
		}
	}
	return book, book.some()
}

func readTOML(text string) (Codebook, error) {
	var file struct {
		Tag []Code `toml:"tag"`
	}
	meta, err := toml.Decode(text, &file)
	if err != nil {
		return nil, err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("%q is not known: want [[tag]] with name and definition", unknown[0].String())
	}
	var book Codebook
	for i, c := range file.Tag {
		if book, err = book.add(c, fmt.Sprintf("[[tag]] %d", i+1)); err != nil {
			return nil, err
		}
	}
	return book, book.some()
}

func (b Codebook) some() error {
	if len(b) == 0 {
		return errors.New("there is no tag in it")
	}
	return nil
}
