package coding

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// Code is what readers have agreed to tell apart. What is put on a passage is a tag: the code's name, or where the code has
// values its name, a colon and one of them, as "voice:ukraine".
type Code struct {
	Name       string   `toml:"name"`
	Definition string   `toml:"definition"` // when to use it; may be empty
	Values     []string `toml:"values"`     // none: the name alone is the tag
	Unit       Unit     `toml:"unit"`       // what it is said of; "" for a statement
	Scale      string   `toml:"scale"`      // Nominal, or Ordinal: the values stand in an order; "" for Nominal
}

// The scales.
const (
	Nominal = "nominal"
	Ordinal = "ordinal"
)

// Unit is what a code is said of.
type Unit string

// The units.
const (
	OfStatement Unit = "statement"
	OfWording   Unit = "wording"
	OfReport    Unit = "report"
	OfStory     Unit = "story"
)

// IsWhole reports whether a code is said of a whole report or story, and not of words in it.
func (u Unit) IsWhole() bool { return u == OfReport || u == OfStory }

// Units is every unit, from the smallest.
func Units() []Unit { return []Unit{OfWording, OfStatement, OfReport, OfStory} }

// Tags is what the code may put on a passage, in the order of its values.
func (c Code) Tags() []string {
	if len(c.Values) == 0 {
		return []string{c.Name}
	}
	var tags []string
	for _, v := range c.Values {
		tags = append(tags, c.Name+":"+v)
	}
	return tags
}

// Codebook is the codes that readers have agreed on, in the order of its file.
type Codebook []Code

// ReadCodebook reads a codebook within the limits of a file: a CSV file with the columns name, definition, values, unit
// and scale (the first line says which, in any order; without such a line they are name and definition), or a TOML file with
//
//	[[tag]]
//	name = "voice"
//	definition = "Whose words they are."
//	values = ["ukraine", "russia"]
//	unit = "wording"
//
// In CSV the values stand in one column with | between them. A .qdc file is a codebook of another program (REFI-QDA).
// Errors say where: a name that is missing or comes twice, or what the format cannot bear.
func ReadCodebook(path string, l report.Limits) (Codebook, error) {
	data, err := source.File(path, l)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	read := readCSV
	switch strings.ToLower(filepath.Ext(path)) {
	case ".toml":
		read = readTOML
	case ".qdc":
		read = readQDC
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
	c.Name, c.Definition = strings.TrimSpace(c.Name), strings.TrimSpace(c.Definition)
	c.Unit = Unit(strings.ToLower(strings.TrimSpace(string(c.Unit))))
	c.Scale = strings.ToLower(strings.TrimSpace(c.Scale))
	switch {
	case c.Name == "":
		return nil, fmt.Errorf("%s: the tag has no name", where)
	case strings.Contains(c.Name, ","):
		return nil, fmt.Errorf("%s: the tag %q has a comma in its name, which stands between tags", where, c.Name)
	case c.Scale != "" && c.Scale != Nominal && c.Scale != Ordinal:
		return nil, fmt.Errorf("%s: the scale of the tag %q is %q: want nominal or ordinal", where, c.Name, c.Scale)
	case c.Unit != "" && !slices.Contains(Units(), c.Unit):
		return nil, fmt.Errorf("%s: the unit of the tag %q is %q: want statement, wording, report or story", where, c.Name, c.Unit)
	}
	var values []string
	for _, v := range c.Values {
		v = strings.TrimSpace(v)
		switch {
		case v == "" || strings.Contains(v, ","):
			return nil, fmt.Errorf("%s: the tag %q has a value that is empty or has a comma", where, c.Name)
		case slices.Contains(values, v):
			return nil, fmt.Errorf("%s: the tag %q has the value %q twice", where, c.Name, v)
		}
		values = append(values, v)
	}
	c.Values = values
	for _, tag := range append(c.Tags(), c.Name) {
		if _, ok := b.Tag(tag); ok || b.Has(tag) {
			return nil, fmt.Errorf("%s: the tag %q comes twice", where, tag)
		}
	}
	return append(b, c), nil
}

// bare is the columns of a codebook that does not name them.
var bare = []string{"name", "definition"}

func readCSV(text string) (Codebook, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	var book Codebook
	columns := bare
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
		if named := columnsOf(row); first && slices.Contains(named, "name") {
			if err := known(named); err != nil {
				return nil, fmt.Errorf("%s: %w", where, err)
			}
			columns = named
			continue
		}
		if len(row) > len(columns) {
			return nil, fmt.Errorf("%s: there are %d columns: want %s; a definition with a comma stands in quotes", where, len(row), strings.Join(columns, " and "))
		}
		if book, err = book.add(codeOf(columns, row), where); err != nil {
			return nil, err
		}
	}
	return book, book.some()
}

// columnsOf is a row as the names of columns.
func columnsOf(row []string) []string {
	var names []string
	for _, cell := range row {
		names = append(names, strings.ToLower(strings.TrimSpace(cell)))
	}
	return names
}

func known(columns []string) error {
	for i, c := range columns {
		if !slices.Contains([]string{"name", "definition", "values", "unit", "scale"}, c) {
			return fmt.Errorf("the column %q is not known: want name, definition, values, unit and scale", c)
		}
		if slices.Contains(columns[:i], c) {
			return fmt.Errorf("the column %q comes twice", c)
		}
	}
	return nil
}

// codeOf is a row of a codebook; cells that are missing at its end are empty.
func codeOf(columns, row []string) Code {
	var c Code
	for i, cell := range row {
		switch columns[i] {
		case "name":
			c.Name = cell
		case "definition":
			c.Definition = cell
		case "values":
			if strings.TrimSpace(cell) != "" {
				c.Values = strings.Split(cell, "|")
			}
		case "unit":
			c.Unit = Unit(cell)
		case "scale":
			c.Scale = cell
		}
	}
	return c
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
		return nil, fmt.Errorf("%q is not known: want [[tag]] with name, definition, values, unit and scale", unknown[0].String())
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
