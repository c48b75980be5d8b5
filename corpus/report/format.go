package report

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// format is a kind of file that can be read. Formats are told from how a file begins, before anything of it is decoded: a
// PDF is no text and must not be refused as one. Only what has no mark of its own, text and Markdown, goes by the name's
// ending. To add a format, write its file and its row in formats.
type format struct {
	tell  func(head []byte, ending string) bool // whether a file that begins and ends so is of this format
	read  func(in *input) ([]draft, error)
	holds bool // it holds other files
	slow  bool // it may take as long as one that does: its reader is started anew
	cheap bool // to read it takes no longer than to fetch what was read of it from a disk
}

// formats is every format, in the order in which they are tried.
var formats []*format

func init() { // formats that hold files read those by formats
	formats = []*format{
		{tell: tellPDF, read: readPDF, slow: true},
		{tell: tellZip, read: readZip, holds: true},
		{tell: tellGzip, read: readGzip, holds: true},
		{tell: tellTar, read: readTar, holds: true},
		{tell: tellWARC, read: readWARC, holds: true},
		{tell: tellRTF, read: readRTF},
		{tell: tellMailbox, read: readMailbox, holds: true},
		{tell: tellFeed, read: readFeed},
		{tell: tellMail, read: readMail, holds: true},
		{tell: tellHTML, read: readHTML},
		{tell: tellMarkdown, read: readMarkdown, cheap: true},
		{tell: tellText, read: readText, cheap: true},
	}
}

// Kinds names the files that can be read, for messages.
const Kinds = "text, Markdown, HTML, PDF, docx, odt, rtf, epub, feeds, mail, WARC, zip and tar files"

// input is a file that a format is to read.
type input struct {
	File
	ctx    context.Context // ends when the file has taken too long
	limits Limits
	depth  int             // of the file in files that hold others
	spent  *spent          // by the whole of the outermost file
	lists  []listing       // of the sources.json in it
	met    map[string]bool // the names in it
}

// draft is a report as a format finds it in a file.
type draft struct {
	extract
	part    string   // which part of the file it is, "#2" for the second of several texts, "!a/b.html" for a file in it; "" for the whole
	file    string   // the name of the file in it, for the outlet; "" for the file itself
	hash    [32]byte // of the bytes of the file in it; zero for the file itself
	facts   Facts    // what the file says of it
	whole   int      // bytes of text that the part has, of which the report's is what was taken; 0 when it is all
	raw     string   // that text, a line a paragraph
	partial string   // why it is known to be a part of the report only; "" when it is not
}

// extract is a text that was taken from a file, or from a decoded body.
type extract struct {
	text     string
	m        *Map   // from text to what it was taken from; nil where there is none
	reader   string // what made the text, with its version
	plainly  string // why that is no reader of the format; "" when it is
	title    Span   // of a title that the format marks as such; empty without
	headings []Span // that the format marks, the title included
	items    []Span // of lists
	struck   []Span // what is struck out, with its marks
}

// HeadBytes is how much of a file's beginning tells its format.
const HeadBytes = 4096

// Tell says why a file of that name that begins with head is of no format that can be read; nil when it is of one, or its
// name says so: what is wrong with it then, Read tells. A nil head judges by the name alone.
func Tell(name string, head []byte) error {
	_, err := formatOf(name, head)
	if promised[ending(name)] {
		return nil
	}
	return err
}

// formatOf is the format of a file of that name that begins with head, or why there is none.
func formatOf(name string, head []byte) (*format, error) {
	head = head[:min(len(head), HeadBytes)]
	end := ending(name)
	for _, f := range formats {
		if f.tell(head, end) {
			return f, nil
		}
	}
	switch {
	case end == "":
		return nil, binary(head)
	case promised[end]:
		return nil, fmt.Errorf("is called %s and is none: it is damaged, or of another kind", end)
	}
	return nil, fmt.Errorf("%s files cannot be read: parallax reads %s", end, Kinds)
}

// promised are the endings of formats that are told by their content.
var promised = map[string]bool{
	".pdf": true, ".docx": true, ".odt": true, ".rtf": true, ".epub": true, ".eml": true, ".mbox": true, ".mht": true, ".mhtml": true,
	".rss": true, ".atom": true, ".warc": true, ".wacz": true, ".zip": true, ".tar": true, ".gz": true, ".tgz": true, ".bz2": true,
}

// ending is a file name's ending in lower case, "" when what follows the last full stop is none: too long, without
// a letter ("notes 10.3.2022"), or holding anything but letters and digits ("talks in the U.S. and abroad").
func ending(base string) string {
	ext := strings.ToLower(filepath.Ext(base))
	if len(ext) < 2 || len(ext) > 9 || len(ext) == len(base) {
		return ""
	}
	letters := 0
	for _, r := range ext[1:] {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r >= '0' && r <= '9':
		default:
			return ""
		}
	}
	if letters == 0 {
		return ""
	}
	return ext
}

// tellText: a file that promises a text is one, whatever is in it, so that what is wrong with it is said; a file without
// an ending is one when it looks so.
func tellText(head []byte, ending string) bool {
	return ending == ".txt" || ending == ".text" || ending == "" && (marked(head) || binary(head) == nil)
}

func tellMarkdown(_ []byte, ending string) bool { return ending == ".md" || ending == ".markdown" }

// marked reports whether data begins with a byte order mark.
func marked(data []byte) bool {
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return true
		}
	}
	return false
}
