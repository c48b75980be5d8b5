package report

func readText(in *input) ([]draft, error) { return in.body(extractPlain) }

func readMarkdown(in *input) ([]draft, error) { return in.body(extractMarkdown) }

// body decodes a file that is a text with, perhaps, front matter, and extracts what is below that.
func (in *input) body(extract func(body string) extract) ([]draft, error) {
	d, err := decode(in.Data)
	if err != nil {
		return nil, err
	}
	front, at := frontMatter(d.text)
	body := d.text[at:]
	x := extract(body)
	x.m = x.m.after(shifted(len(body), at)).after(d.m)
	if d.encoding != "" {
		x.reader += ", " + d.encoding
	}
	return []draft{{extract: x, facts: front}}, nil
}

// extractPlain takes a body as it is, trailing blanks and carriage returns included.
func extractPlain(body string) extract {
	return extract{text: body, m: shifted(len(body), 0), reader: "text"}
}
