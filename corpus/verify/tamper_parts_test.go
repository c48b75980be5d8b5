package verify

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// parts cuts a brief into the pieces that are moved, taken out and put in: paragraphs, figures, annotations.
func parts(format, file string) (head string, all []string, tail string) {
	switch format {
	case "md":
		file, tail, _ = strings.Cut(file, "\n\n<!--")
		return "", strings.Split(strings.ReplaceAll(file, "\n- ", "\n\n- "), "\n\n"), "\n\n<!--" + tail
	case "html":
		i, j := strings.Index(file, "<main>")+len("<main>"), strings.Index(file, "</footer>")
		return file[:i], htmlParts.FindAllString(file[i:j], -1), "</main>" + file[j+len("</footer>"):]
	case "docx":
		i := strings.Index(file, "<w:body>")
		if i < 0 {
			return file, nil, ""
		}
		i += len("<w:body>")
		j := strings.Index(file, "<w:sectPr>")
		return file[:i], docxParts.FindAllString(file[i:j], -1), file[j:]
	}
	i := strings.Index(file, `"items": [`) + len(`"items": [`)
	j := strings.Index(file, "\n  ]\n },")
	var items []json.RawMessage
	if err := json.Unmarshal([]byte("["+file[i:j]+"]"), &items); err != nil {
		panic(err)
	}
	for _, item := range items {
		all = append(all, string(item))
	}
	return file[:i], all, file[j:]
}

var (
	htmlParts = regexp.MustCompile(`(?s)<figure>.*?</figure>|<(?:p|h\d)[ >].*?</(?:p|h\d)>`)
	docxParts = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
)

// rearranged does something to the parts.
func rearranged(change func(format string, all []string) []string) func(format, file string) string {
	return func(format, file string) string {
		head, all, tail := parts(format, file)
		if len(all) == 0 {
			return file
		}
		sep := map[string]string{"md": "\n\n", "html": "\n", "docx": "", "json": ",\n"}[format]
		return head + strings.Join(change(format, slices.Clone(all)), sep) + tail
	}
}

func index(all []string, words string) int {
	i := slices.IndexFunc(all, func(s string) bool { return strings.Contains(s, words) })
	if i < 0 {
		panic("no part has " + words)
	}
	return i
}

// gone takes out the first part with each of the words.
func gone(words ...string) func(format, file string) string {
	return rearranged(func(_ string, all []string) []string {
		for _, w := range words {
			i := index(all, w)
			all = slices.Delete(all, i, i+1)
		}
		return all
	})
}

// exchanged lets two parts change places.
func exchanged(a, b string) func(format, file string) string {
	return rearranged(func(_ string, all []string) []string {
		i, j := index(all, a), index(all, b)
		all[i], all[j] = all[j], all[i]
		return all
	})
}

// doubled repeats a part at the end of the text.
func doubled(words string) func(format, file string) string {
	return rearranged(func(_ string, all []string) []string {
		i := index(all, words)
		return slices.Insert(all, i+1, all[i])
	})
}

// putIn puts a paragraph of a kind behind the part with the words.
func putIn(behind, kind, text string) func(format, file string) string {
	return rearranged(func(format string, all []string) []string {
		return slices.Insert(all, index(all, behind)+1, made(format, kind, text))
	})
}

func made(format, kind, text string) string {
	switch format + " " + kind {
	case "md quotation":
		return "> " + text
	case "md heading":
		return "## " + text
	case "html quotation":
		return "<figure><blockquote><p>" + text + "</p></blockquote></figure>"
	case "html heading":
		return "<h2>" + text + "</h2>"
	case "docx quotation", "docx heading", "docx text":
		style := map[string]string{"quotation": "Quote", "heading": "Heading1", "text": "Normal"}[kind]
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	case "json quotation", "json heading", "json text":
		how := map[string][2]string{"quotation": {"highlighting", "describing"}, "heading": {"classifying", "classifying"}, "text": {"describing", "describing"}}[kind]
		return fmt.Sprintf(`{"id": "x", "type": "Annotation", "motivation": %q, "body": [{"type": "TextualBody", "purpose": %q, "format": "text/plain", "value": %q}], "target": "urn:x"}`, how[0], how[1], text)
	case "html text":
		return "<p>" + text + "</p>"
	}
	return text
}

// arrangements are tamperings that move, take out and put in.
var arrangements = []tampering{
	{"the lead of a claim is gone", everywhere, gone("Asked about"), VerdictEdited, "Asked about"},
	{"another quotation of a claim is gone", everywhere, gone("In comments"), VerdictEdited, "In comments"},
	{"the last quotation of a claim is gone", everywhere, gone("Lavrov claimed"), VerdictEdited, "Lavrov claimed"},
	{"a passage is gone", everywhere, gone("We also talked"), VerdictEdited, "We also talked"},
	{"a passage is gone with its name", onPaper, gone("Passage 2", "We also talked"), VerdictEdited, "We also talked"},
	{"the last passage is gone", everywhere, gone("met at a forum"), VerdictEdited, "met at a forum"},
	{"a silence is gone", everywhere, gone("no counterpart found"), VerdictEdited, "no counterpart found"},
	{"a checked silence is gone", everywhere, gone("silence checked"), VerdictEdited, "silence checked"},
	{"both silences are gone", everywhere, gone("silence checked", "no counterpart found"), VerdictEdited, "no counterpart found"},
	{"a note is gone", onPaper, gone("is no formula"), VerdictEdited, "is no formula"},
	{"a note on a quotation is gone", onPaper, gone("Compare with"), VerdictEdited, "Compare with"},
	{"the tags are gone", onPaper, gone("hospital, attribution"), VerdictEdited, "attribution"},
	{"a heading is gone", everywhere, gone("Ways on"), VerdictEdited, "Ways on"},
	{"the reader's text is gone", everywhere, gone("What is said"), VerdictEdited, "What is said"},
	{"the name of a claim is gone", onPaper, gone("Claim 1"), VerdictEdited, "Claim 1"},
	{"a source that is silent is gone", "md html docx", gone("Source 3:"), VerdictWrong, "Source 3"},
	{"who made it is gone", onPaper, gone("Last changed"), VerdictEdited, "Last changed"},
	{"two quotations of a claim change places", everywhere, exchanged("Asked about", "Lavrov claimed"), VerdictEdited, "moved"},
	{"quotations of a claim and a passage change places", everywhere, exchanged("In comments", "met at a forum"), VerdictEdited, "moved"},
	{"two passages change places", everywhere, exchanged("wants to continue", "We also talked"), VerdictEdited, "moved"},
	{"two silences change places", everywhere, exchanged("silence checked", "no counterpart found"), VerdictEdited, "moved"},
	{"two headings change places", everywhere, exchanged("The hospital", "Ways on"), VerdictEdited, "moved"},
	{"a note is put to another quotation", onPaper, exchanged("Compare with", "is no formula"), VerdictEdited, "moved"},
	{"a quotation stands twice", everywhere, doubled("In comments"), VerdictEdited, "added"},
	{"a passage stands twice", everywhere, doubled("met at a forum"), VerdictEdited, "added"},
	{"a silence stands twice", everywhere, doubled("no counterpart found"), VerdictWrong, "added"},
	{"a heading is put in", everywhere, putIn("Lavrov claimed", "heading", "The lies"), VerdictEdited, "The lies"},
	{"a text is put in", everywhere, putIn("Lavrov claimed", "text", "None of this is true."), VerdictEdited, "None of this"},
	{"a text is put in at the end", everywhere, putIn("met at a forum", "text", "The other outlets kept silent."), VerdictEdited, "kept silent"},
	{"a made up quotation set apart", everywhere, putIn("In comments", "quotation", "“We bombed the hospital on purpose and we know it.”"), VerdictWrong, "on purpose"},
	{"a made up quotation under an outlet", "md html docx", putIn("In comments", "quotation", "NBC Bay Area: “We bombed the hospital on purpose and we know it.”"), VerdictWrong, "on purpose"},
	{"a made up quotation in a paragraph", "md html docx", putIn("In comments", "text", "“We bombed the hospital on purpose and we know it.”"), VerdictWrong, "on purpose"},
	{"a made up quotation in a text", "md html docx", putIn("In comments", "text", "Lavrov told NBC: “We bombed the hospital on purpose and we know it.”"), VerdictWrong, "on purpose"},
	{"a made up quotation in straight marks", "md html docx", putIn("In comments", "text", `Lavrov told NBC: "We bombed the hospital on purpose and we know it."`), VerdictWrong, "on purpose"},
	{"a made up silence", "md html docx", putIn("Lavrov claimed", "text", "Gossip Dad (source 4): no counterpart found (unchecked)"), VerdictWrong, "Gossip Dad"},
	{"a made up source", "md html docx", putIn("Source 5", "text", `Source 6: Harbour News, "Storm", undated, file x.txt, SHA-256 72c5517eee00ed515faf36eb63564941e8eb9b05d759e2c1a713b6be4fecda5b`), VerdictWrong, "Harbour News"},
	{"a made up tag", "md html docx", putIn("is no formula", "text", "Tags: war crime"), VerdictEdited, "war crime"},
	{"a made up note", "md html docx", putIn("In comments", "text", "Note (A. Reader): this is false"), VerdictEdited, "this is false"},
}
