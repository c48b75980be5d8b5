package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
)

// sourcesName is the file that says, for the files beside and below it, what their texts do not say themselves.
const sourcesName = "sources.json"

// source is what is known of a file besides its text: an entry of sources.json, or a file's front matter.
type source struct {
	File      string `json:"file"` // relative to the folder of sources.json, with slashes
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Byline    string `json:"byline"`
	Note      string `json:"note"`
}

// or fills what s does not say from t.
func (s source) or(t source) source {
	for _, field := range []struct {
		to   *string
		from string
	}{
		{&s.Outlet, t.Outlet}, {&s.Title, t.Title}, {&s.Published, t.Published},
		{&s.URL, t.URL}, {&s.Byline, t.Byline}, {&s.Note, t.Note},
	} {
		if strings.TrimSpace(*field.to) == "" {
			*field.to = field.from
		}
		*field.to = strings.TrimSpace(*field.to)
	}
	return s
}

// parseSources reads a sources.json. What is wrong with single entries is told in err; the others are still returned.
func parseSources(data []byte) (list []source, err error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%w: want a list of {\"file\": ..., \"outlet\": ...}; the texts are read without it", at(data, err))
	}
	var wrong []string
	for i, entry := range raw {
		var s source
		if err := json.Unmarshal(entry, &s); err != nil {
			wrong = append(wrong, fmt.Sprintf("entry %d: %v", i+1, readable(err)))
			continue
		}
		if s.File == "" {
			wrong = append(wrong, fmt.Sprintf("entry %d names no \"file\"", i+1))
			continue
		}
		s.File = path.Clean(strings.ReplaceAll(s.File, `\`, "/"))
		if s.Published != "" {
			if _, ok := parseWritten(s.Published); !ok {
				wrong = append(wrong, fmt.Sprintf("entry %d: \"published\" is %q: want a date such as 2022-03-10", i+1, s.Published))
			}
		}
		list = append(list, s)
	}
	if len(wrong) > 0 {
		err = errors.New(strings.Join(wrong, "; "))
	}
	return list, err
}

// at adds line and column to an error of the JSON parser.
func at(data []byte, err error) error {
	offset := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return readable(err)
	}
	before := data[:offset]
	line, column := 1+bytes.Count(before, []byte("\n")), len(before)-1-bytes.LastIndexByte(before, '\n')
	return fmt.Errorf("line %d, column %d: %w", line, max(1, column), readable(err))
}

// readable turns the JSON parser's words for a value of the wrong kind, which name Go types, into plain ones.
func readable(err error) error {
	var kind *json.UnmarshalTypeError
	if !errors.As(err, &kind) {
		return err
	}
	if kind.Field == "" {
		return fmt.Errorf("unexpected %s", kind.Value)
	}
	return fmt.Errorf("%q must be a text in quotes, not %s", kind.Field, kind.Value)
}
