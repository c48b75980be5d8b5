package report

import "crypto/sha256"

// Archived is the report of a document in an archive: its text as it is there, below its title where the text does not
// carry it, and what the archive says of it. The hash of its file is that of its text, so that the text, kept, can be told
// again when the archive is out of reach.
func Archived(path, text string, facts Facts) Report {
	d := draft{extract: extract{text: text, reader: "archive"}}
	if title := oneLine(facts.Title.Value); title != "" {
		if d.title = findTitle(text, title); d.title.Len() == 0 {
			d.text = title + "\n\n" + text
			d.title = Span{0, len(title)}
		}
		d.headings = []Span{d.title}
	}
	d.hash = sha256.Sum256([]byte(d.text))
	return compose(File{Path: path, Facts: facts}, d)
}
