package coding

import (
	"strings"

	"parallax/corpus/qda"
)

// Exchanged is the codebook for other programs: a code with values is one that holds them and is put on nothing itself.
// Unit and scale, for which the exchange format has no place, are said in the description.
func (b Codebook) Exchanged() []qda.Code {
	var codes []qda.Code
	for _, c := range b {
		x := qda.Code{Name: c.Name, Description: c.described(), Codable: len(c.Values) == 0}
		if len(c.Values) > 0 {
			for _, tag := range c.Tags() {
				x.Codes = append(x.Codes, qda.Code{Name: tag, Codable: true})
			}
		}
		codes = append(codes, x)
	}
	return codes
}

// The words that begin the lines of a description on which unit and scale stand.
const (
	unitLine  = "Unit: "
	scaleLine = "Scale: "
)

func (c Code) described() string {
	lines := []string{}
	if c.Definition != "" {
		lines = append(lines, c.Definition)
	}
	if c.Unit != "" {
		lines = append(lines, unitLine+string(c.Unit))
	}
	if c.Scale != "" {
		lines = append(lines, scaleLine+c.Scale)
	}
	return strings.Join(lines, "\n")
}

// describe is the other way round.
func (c *Code) describe(text string) {
	var definition []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, unitLine):
			c.Unit = Unit(strings.TrimPrefix(line, unitLine))
		case strings.HasPrefix(line, scaleLine):
			c.Scale = strings.TrimPrefix(line, scaleLine)
		default:
			definition = append(definition, line)
		}
	}
	c.Definition = strings.Join(definition, "\n")
}

// readQDC reads a codebook of another program. A code that is put on nothing itself and holds only codes without others
// has these as its values; codes that stand deeper are told by their way there, as "actors/parties/opposition".
func readQDC(text string) (Codebook, error) {
	codes, err := qda.ReadCodebook(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	return Codebook(nil).exchanged(codes, "")
}

func (b Codebook) exchanged(codes []qda.Code, under string) (Codebook, error) {
	var err error
	for _, x := range codes {
		c := Code{Name: under + x.Name}
		c.describe(x.Description)
		values := !x.Codable && len(x.Codes) > 0
		for _, v := range x.Codes {
			values = values && v.Codable && len(v.Codes) == 0
			c.Values = append(c.Values, strings.TrimPrefix(v.Name, x.Name+":"))
		}
		if !values {
			c.Values = nil
		} else {
			c.Definition = c.withValues(x.Codes)
		}
		if values || x.Codable || len(x.Codes) == 0 {
			if b, err = b.add(c, "code "+c.Name); err != nil {
				return nil, err
			}
		}
		if !values {
			if b, err = b.exchanged(x.Codes, c.Name+"/"); err != nil {
				return nil, err
			}
		}
	}
	return b, nil
}

// withValues is the definition with what other programs say of each value.
func (c Code) withValues(values []qda.Code) string {
	lines := []string{c.Definition}
	for i, v := range values {
		if v.Description != "" {
			lines = append(lines, c.Values[i]+": "+v.Description)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
