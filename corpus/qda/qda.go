// Package qda is the exchange format of programs for qualitative analysis, REFI-QDA 1.5 (Rotterdam Exchange Format
// Initiative, "REFI-QDA Standard", 2019): codebooks (.qdc) and projects (.qdpx). Call [ReadCodebook] and [WriteCodebook]
// for the one, [Project.Write] for the other.
package qda

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// What QualCoder, NVivo, ATLAS.ti and MAXQDA have in common is a tree of codes and spans of texts. Elements stand in the
// order of the published schema, and only what all of these programs read is written: no sets, cases, graphs or links.
// Every element has a GUID, made from what it is and not drawn, so that the same study makes the same bytes.

// Code is a code, with those that stand under it.
type Code struct {
	Name        string // once in a codebook: some programs know no two codes of one name
	Description string
	Codable     bool // false: only the codes under it are put on passages
	Codes       []Code
}

type xmlCode struct {
	GUID        string    `xml:"guid,attr"`
	Name        string    `xml:"name,attr"`
	Codable     bool      `xml:"isCodable,attr"`
	Color       string    `xml:"color,attr,omitempty"`
	Description string    `xml:"Description,omitempty"`
	Codes       []xmlCode `xml:"Code"`
}

type xmlCodebook struct {
	XMLName xml.Name  `xml:"urn:QDA-XML:codebook:1.0 CodeBook"`
	Origin  string    `xml:"origin,attr,omitempty"`
	Codes   []xmlCode `xml:"Codes>Code"`
}

// ErrEmpty is said of a codebook without a code, which the schema does not allow.
var ErrEmpty = errors.New("there is no code to write or read")

// WriteCodebook writes codes as a .qdc file; origin names the program.
func WriteCodebook(w io.Writer, codes []Code, origin string) error {
	if len(codes) == 0 {
		return ErrEmpty
	}
	return writeXML(w, xmlCodebook{Origin: origin, Codes: codesOut(codes)})
}

// deepest is how deep codes may stand under codes; no codebook of people comes near.
const deepest = 64

// ReadCodebook reads a .qdc file. Sets and colours are passed over. Errors: no XML, another root, a code without a name,
// codes deeper than 64, none at all.
func ReadCodebook(r io.Reader) ([]Code, error) {
	var book struct {
		XMLName xml.Name
		Codes   []xmlCode `xml:"Codes>Code"`
	}
	if err := xml.NewDecoder(r).Decode(&book); err != nil {
		return nil, fmt.Errorf("it is no REFI-QDA codebook: %w", err)
	}
	// Programs differ in the name space: one was long written with a colon before the last 0.
	if book.XMLName.Local != "CodeBook" {
		return nil, fmt.Errorf("it is no REFI-QDA codebook: its root is %q, not CodeBook", book.XMLName.Local)
	}
	codes, err := codesIn(book.Codes, 1)
	if err == nil && len(codes) == 0 {
		err = ErrEmpty
	}
	return codes, err
}

func codesIn(in []xmlCode, depth int) ([]Code, error) {
	if depth > deepest {
		return nil, fmt.Errorf("codes stand more than %d deep under one another", deepest)
	}
	var out []Code
	for _, c := range in {
		under, err := codesIn(c.Codes, depth+1)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSpace(c.Name)
		if name == "" {
			return nil, errors.New("a code has no name")
		}
		out = append(out, Code{name, strings.TrimSpace(c.Description), c.Codable, under})
	}
	return out, nil
}

func codesOut(codes []Code) []xmlCode {
	var out []xmlCode
	for _, c := range codes {
		out = append(out, xmlCode{GUID: guid("code", c.Name), Name: c.Name, Codable: c.Codable, Description: c.Description, Codes: codesOut(c.Codes)})
	}
	return out
}

// guid is a GUID made from what it stands for, in the form that RFC 9562 calls version 8.
func guid(of ...string) string {
	sum := sha256.Sum256([]byte("parallax\x00" + strings.Join(of, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

func writeXML(w io.Writer, v any) error {
	data, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	return err
}
