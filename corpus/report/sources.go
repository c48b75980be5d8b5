package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
)

// SourcesName is the file that says, for the files beside and below it, what their texts do not say themselves.
const SourcesName = "sources.json"

// Entry is what a sources.json says of one file.
type Entry struct {
	File  string // relative to the folder of sources.json, with slashes
	Facts Facts
}

// UnmarshalJSON reads an entry of the list.
func (e *Entry) UnmarshalJSON(data []byte) error {
	var raw struct {
		File      string `json:"file"`
		Outlet    string `json:"outlet"`
		Title     string `json:"title"`
		Published string `json:"published"`
		URL       string `json:"url"`
		Byline    string `json:"byline"`
		Lang      string `json:"lang"`
		Note      string `json:"note"`
	}
	err := json.Unmarshal(data, &raw)
	said := func(s string) Fact { return Fact{Value: s} }
	e.File = raw.File
	e.Facts = Facts{
		Outlet: said(raw.Outlet), Title: said(raw.Title), Published: said(raw.Published), URL: said(raw.URL),
		Byline: said(raw.Byline), Lang: said(raw.Lang), Note: said(raw.Note),
	}.Said(SourcesName)
	return err
}

// ParseSources reads a sources.json. What is wrong with single entries is told in err; the others are still returned.
func ParseSources(data []byte) (list []Entry, err error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%w: want a list of {\"file\": ..., \"outlet\": ...}; the texts are read without it", at(data, err))
	}
	var wrong []string
	for i, one := range raw {
		var e Entry
		if err := json.Unmarshal(one, &e); err != nil {
			wrong = append(wrong, fmt.Sprintf("entry %d: %v", i+1, readable(err)))
			continue
		}
		if e.File == "" {
			wrong = append(wrong, fmt.Sprintf("entry %d names no \"file\"", i+1))
			continue
		}
		e.File = path.Clean(strings.ReplaceAll(e.File, `\`, "/"))
		if p := e.Facts.Published.Value; p != "" {
			if _, ok := ParseWritten(p); !ok {
				wrong = append(wrong, fmt.Sprintf("entry %d: \"published\" is %q: want a date such as 2022-03-10", i+1, p))
			}
		}
		list = append(list, e)
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
