package verify

import (
	"regexp"
	"strings"
	"testing"

	"parallax/corpus/export"
)

// TestResavedBriefs saves briefs again as other programs do: what is said stays, so the seal holds; where a program
// drops what it does not know, the seal is missed, and nothing is wrong.
func TestResavedBriefs(t *testing.T) {
	d, reports := asRead(t)
	for _, c := range []struct {
		name, formats string
		change        func(s string) string
		want          string
	}{
		{"line ends", "md html json", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, VerdictSealed},
		{"trailing blanks", "md html json", func(s string) string { return strings.ReplaceAll(s, "\n", " \n") }, VerdictSealed},
		{"a byte order mark", "md html json", func(s string) string { return "\uFEFF" + s }, VerdictSealed},
		{"blanks within", "json", func(s string) string { return strings.ReplaceAll(s, "\n", "\n\t\t") }, VerdictSealed},
		{"on one line", "json", func(s string) string { return regexp.MustCompile(`\n\s*`).ReplaceAllString(s, "") }, VerdictSealed},
		{"escapes", "json", func(s string) string {
			return strings.NewReplacer("“", `\u201c`, "Ç", `\u00C7`, "/", `\/`).Replace(s)
		}, VerdictSealed},
		{"wrapped at 60 columns", "md", func(s string) string { return wrappedAt(s, 60) }, VerdictSealed},
		{"wrapped at 20 columns", "md", func(s string) string { return wrappedAt(s, 20) }, VerdictSealed},
		{"other bullets and emphasis", "md", func(s string) string {
			return regexp.MustCompile(`(?m)^- `).ReplaceAllString(regexp.MustCompile(`\*\*(.*?)\*\*`).ReplaceAllString(s, "__${1}__"), "*   ")
		}, VerdictSealed},
		{"other headings", "md", func(s string) string {
			return regexp.MustCompile(`(?m)^## (.*)$`).ReplaceAllString(s, "$1\n---")
		}, VerdictSealed},
		{"fewer escapes", "md", func(s string) string {
			return strings.NewReplacer(`\*its\*`, `&ast;its&ast;`, `\=`, `=`, `\>`, `>`).Replace(s)
		}, VerdictSealed},
		{"footnotes elsewhere", "md", notesFirst, VerdictSealed},
		{"footnotes renamed", "md", func(s string) string { return strings.ReplaceAll(s, "[^", "[^fn") }, VerdictSealed},
		{"the comment dropped", "md", func(s string) string { return regexp.MustCompile(`(?s)<!--.*-->`).ReplaceAllString(s, "") }, VerdictEdited},
		{"a browser's own lines", "html", func(s string) string {
			return strings.Replace(s, "<html lang=\"en\">", "<!-- saved from url=(0020)https://news.example/ --><html lang=\"en\">", 1)
		}, VerdictSealed},
		{"runs split", "docx", splitRuns, VerdictSealed},
		{"as a word processor writes", "docx", wordProcessed, VerdictSealed},
		{"by way of a format without parts for others", "docx", func(s string) string {
			return regexp.MustCompile(`<seal.*</seal>`).ReplaceAllString(wordProcessed(s), "<none/>")
		}, VerdictEdited},
	} {
		for _, format := range strings.Fields(c.formats) {
			file, changed := done(t, tampering{do: func(_, s string) string { return c.change(s) }}, format, exported(t, d, format, export.Options{}))
			if !changed {
				t.Errorf("%s, %s: the file was not changed", c.name, format)
			}
			if v := verify(t, file, format, reports); v.Verdict() != c.want || v.Status() != 0 {
				t.Errorf("%s, %s: want %s\n%s", c.name, format, c.want, describe(v))
			}
		}
	}
}

// wrappedAt breaks the lines of Markdown, outside of its comment, as editors do.
func wrappedAt(s string, width int) string {
	text, comment, _ := strings.Cut(s, "<!--")
	var out []string
	for _, line := range strings.Split(text, "\n") {
		indent := ""
		switch {
		case strings.HasPrefix(line, "> "):
			indent = "> "
		case strings.HasPrefix(line, "- "):
			indent = "  "
		case strings.HasPrefix(line, "[^"):
			indent = "    "
		}
		if strings.HasPrefix(line, "#") {
			out = append(out, line)
			continue
		}
		row := ""
		for i, word := range strings.Split(line, " ") {
			if i > 0 && len(row)+len(word) > width && !strings.ContainsAny(word[:min(1, len(word))], "-+*=#>0123456789") {
				out = append(out, row)
				row = indent + word
				continue
			}
			if i > 0 {
				row += " "
			}
			row += word
		}
		out = append(out, row)
	}
	return strings.Join(out, "\n") + "<!--" + comment
}

// wordProcessed is a part of a docx file as word processors write it: with ids of revisions, marks of spelling, values
// that say what is so anyway, other ids of styles, and blanks behind the mark of a footnote.
func wordProcessed(s string) string {
	s = splitRuns(s)
	s = strings.NewReplacer(
		"<w:r><w:t", `<w:r w:rsidR="00A1"><w:rPr><w:strike w:val="false"/><w:vanish w:val="0"/><w:color w:val="auto"/><w:lang w:val="en-GB"/></w:rPr><w:t`,
		"<w:p><w:pPr>", `<w:p w:rsidR="00A1" w:rsidP="00B2"><w:pPr>`,
		"</w:pPr>", `<w:spacing w:before="0" w:after="120"/><w:ind w:hanging="0" w:left="340"/><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:pPr><w:proofErr w:type="spellStart"/>`,
		"<w:footnoteRef/></w:r>", `<w:footnoteRef/></w:r><w:r><w:tab/></w:r>`,
		`w:styleId="Quote"`, `w:styleId="Zitat"`, `<w:pStyle w:val="Quote"/>`, `<w:pStyle w:val="Zitat"/>`,
		`w:styleId="Heading1"`, `w:styleId="berschrift1"`, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="berschrift1"/>`,
	).Replace(s)
	return s
}
