package verify

import (
	"fmt"
	"regexp"
	"strings"
)

// swap replaces words, everywhere they stand.
func swap(old, now string) func(format, file string) string {
	return func(_, file string) string { return strings.ReplaceAll(file, old, now) }
}

// once replaces words where they stand first.
func once(old, now string) func(format, file string) string {
	return func(_, file string) string { return strings.Replace(file, old, now, 1) }
}

// last replaces words where they stand last.
func last(old, now string) func(format, file string) string {
	return func(_, file string) string {
		if i := strings.LastIndex(file, old); i >= 0 {
			return file[:i] + now + file[i+len(old):]
		}
		return file
	}
}

const everywhere = "md html docx json"
const onPaper = "md html docx"

// wordings are tamperings that replace words, in every format alike.
var wordings = []tampering{
	{"a letter", everywhere, swap("the premises and", "the premisses and"), VerdictWrong, "premisses"},
	{"a not put in", everywhere, swap("there were no patients", "there were not no patients"), VerdictWrong, "not"},
	{"a no taken out", everywhere, swap("there were no patients", "there were patients"), VerdictWrong, "no"},
	{"a name in a quotation", everywhere, swap("Wednesday, Lavrov said it", "Wednesday, Kuleba said it"), VerdictWrong, "Kuleba"},
	{"a verb", everywhere, swap("denied that any patients", "confirmed that any patients"), VerdictWrong, "confirmed"},
	{"the end cut off", everywhere, swap(" and there were no patients there.", "."), VerdictWrong, "left out"},
	{"the beginning cut off", everywhere, swap("In comments after the talks broke up, Lavrov", "Lavrov"), VerdictWrong, "left out"},
	{"an omission widened", onPaper, swap("seized [...] far-right radical fighters who were", "seized [...] fighters who were"), VerdictEdited, "far-right"},
	{"an omission widened in what is printed only", "json", swap("seized [...] far-right radical fighters who were", "seized [...] fighters who were"), VerdictWrong, "far-right"},
	{"an omission taken out", "md html docx", swap("seized [...] far-right", "seized far-right"), VerdictWrong, "left out"},
	{"an addition reworded", everywhere, swap("the minister", "the nobody"), VerdictEdited, "nobody"},
	{"a day in a quotation", everywhere, swap("hospital on Wednesday", "hospital on Thursday"), VerdictWrong, "Thursday"},
	{"the outlet cited is another", everywhere, citing("Gossip Dad, ", "Press TV, "), VerdictWrong, "Press TV"},
	{"the outlet cited is nobody", everywhere, citing("Gossip Dad, ", "Harbour News, "), VerdictWrong, "Harbour News"},
	{"the title cited", everywhere, citing("Towards Ceasefire", "Towards Victory"), VerdictWrong, "title"},
	{"the date cited", everywhere, citing("11 Mar 2022, statement 9", "12 Mar 2022, statement 9"), VerdictWrong, "date"},
	{"the year cited", everywhere, citing("10 Mar 2022, statement 11", "10 Mar 2021, statement 11"), VerdictWrong, "date"},
	{"undated is dated", everywhere, citing("undated, statement 8", "9 Mar 2022, statement 8"), VerdictWrong, "date"},
	{"the statement cited", everywhere, swap("statement 11, voice", "statement 12, voice"), VerdictWrong, "statement 11"},
	{"statements cited", everywhere, swap("statements 3–4", "statements 3–5"), VerdictWrong, "statements 3–4"},
	{"the number of the source cited", "html docx", swap(", source 1<", ", source 3<"), VerdictWrong, "source 3"},
	{"the number of the source cited, in plain text", "md json", citing(", source 1", ", source 3"), VerdictWrong, "source 3"},
	{"the speaker", everywhere, swap("statement 14, voice: Sergey Lavrov", "statement 14, voice: Dmytro Kuleba"), VerdictWrong, "Dmytro Kuleba"},
	{"the speaker is nobody", everywhere, swap("statement 14, voice: Sergey Lavrov", "statement 14, voice: A. Nobody"), VerdictWrong, "A. Nobody"},
	{"the mode", everywhere, swap("statement 14, voice: Sergey Lavrov (indirect)", "statement 14, voice: Sergey Lavrov (direct)"), VerdictWrong, "(direct)"},
	{"the mode is in part", everywhere, swap("statement 14, voice: Sergey Lavrov (indirect)", "statement 14, voice: Sergey Lavrov (indirect, in part)"), VerdictWrong, "in part"},
	{"a speaker for the outlet", everywhere, swap("statement 14, voice: Sergey Lavrov (indirect)", "statement 14, voice: the outlet&#39;s own"), VerdictWrong, "outlet"},
	{"the outlet is given a speaker", everywhere, voiceOfOutlet, VerdictWrong, "Sergey Lavrov (direct)"},
	{"the note cited", everywhere, citing("note: wire copy: The", "note: own report: The"), VerdictWrong, "own report"},
	{"the note cited is gone", everywhere, citing(", note: wire copy: The Associated Press and NBC", ""), VerdictWrong, "wire copy"},
	{"the outlet listed", everywhere, swap("Source 4: Gossip Dad", "Source 4: Harbour News"), VerdictWrong, "Harbour News"},
	{"the outlet listed is another", everywhere, swap("Source 4: Gossip Dad", "Source 4: China Daily"), VerdictWrong, "China Daily"},
	{"the title listed", everywhere, listing("Towards Ceasefire", "Towards Victory"), VerdictWrong, "Victory"},
	{"the date listed", everywhere, listing("11 Mar 2022, byline", "12 Mar 2022, byline"), VerdictWrong, "12 Mar 2022"},
	{"the date on both sides", everywhere, swap("11 Mar 2022", "12 Mar 2022"), VerdictWrong, "12 Mar 2022"},
	{"the year on both sides", everywhere, swap("11 Mar 2022", "11 Mar 2012"), VerdictWrong, "11 Mar 2012"},
	{"undated is dated on both sides", everywhere, swap(", undated, ", ", 9 Mar 2022, "), VerdictWrong, "9 Mar 2022"},
	{"the byline", everywhere, swap("byline: Ren Qi in Moscow", "byline: Ren Qi in Kyiv"), VerdictWrong, "in Kyiv"},
	{"the byline is gone", everywhere, swap("byline: Ren Qi in Moscow, ", ""), VerdictWrong, "Ren Qi"},
	{"the note listed", everywhere, listing("note: wire copy: The", "note: own report: The"), VerdictWrong, "own report"},
	{"a note is listed", everywhere, listing("untitled (", "untitled note ("), VerdictWrong, "untitled note"},
	{"the file listed", everywhere, swap("file press-tv.txt", "file china-daily.txt"), VerdictWrong, "china-daily.txt"},
	{"the file listed is nobody's", everywhere, swap("file press-tv.txt", "file press.pdf"), VerdictWrong, "press.pdf"},
	{"the reader listed", everywhere, last("read by text", "read by pdf"), VerdictWrong, "read by pdf"},
	{"the hash listed", everywhere, last("SHA-256 5aa1", "SHA-256 5aa2"), VerdictWrong, "5aa2"},
	{"the hash of another", everywhere, hashOfAnother, VerdictWrong, "SHA-256"},
	{"the address listed", everywhere, swapText("https://gossipdad.com/", "https://gossipdad.example/"), VerdictWrong, "gossipdad.example"},
	{"the path of an address", everywhere, swapText("node/245156", "node/245157"), VerdictWrong, "245157"},
	{"an address is gone", everywhere, addressGone, VerdictWrong, "245156"},
	{"a silence is a denial", everywhere, swap("no counterpart found (unchecked)", "denied it (unchecked)"), VerdictWrong, "denied it"},
	{"a silence is an omission", everywhere, swap("no counterpart found (unchecked)", "deliberately omitted"), VerdictWrong, "deliberately omitted"},
	{"a silence is half checked", everywhere, swap("no counterpart found (unchecked)", "no counterpart found (checked)"), VerdictWrong, "(checked)"},
	{"a silence is checked", everywhere, swap("no counterpart found (unchecked)", "silence checked by reader"), VerdictWrong, "checked by reader"},
	{"a checked silence is unchecked", everywhere, swap("silence checked by reader", "no counterpart found (unchecked)"), VerdictWrong, "checked by reader"},
	{"a silence of another outlet", everywhere, silenceOf("Gossip Dad", 4), VerdictWrong, "ossip"},
	{"a silence of one who is quoted", everywhere, silenceOf("NBC Bay Area", 5), VerdictWrong, "ilen"},
	{"a silence of nobody", everywhere, silenceOf("Harbour News", 3), VerdictWrong, "Harbour News"},
	{"a silence with another number", onPaper, swap("Press TV (source 3):", "Press TV (source 2):"), VerdictWrong, "source 2"},
	{"a silence with a number of nobody", onPaper, swap("Press TV (source 3):", "Press TV (source 9):"), VerdictWrong, "source 9"},
	{"more outlets", onPaper, swap("(3 outlets)", "(5 outlets)"), VerdictWrong, "5 outlets"},
	{"fewer outlets", onPaper, swap("(3 outlets)", "(1 outlet)"), VerdictWrong, "1 outlet"},
	{"the number of a claim", onPaper, swap("Claim 1: ", "Claim 2: "), VerdictWrong, "Claim 2"},
	{"the name of a claim", onPaper, swap("hospital · no patients", "hospital · many patients"), VerdictEdited, "many patients"},
	{"the number of a passage", onPaper, swap("Passage 2", "Passage 4"), VerdictWrong, "Passage 4"},
	{"the claim of a quotation", "json", last(`"claim 1"`, `"claim 2"`), VerdictWrong, "claim 2"},
	{"the title", everywhere, swap("Talks in Antalya", "Failure in Antalya"), VerdictEdited, "Failure"},
	{"a heading", everywhere, swap("Ways on", "Ways out"), VerdictEdited, "Ways out"},
	{"a heading with a claim", everywhere, once("The hospital", "The bombed hospital"), VerdictEdited, "bombed"},
	{"the reader's text", everywhere, swap("What is said of the hospital", "What is false of the hospital"), VerdictEdited, "false"},
	{"a note", everywhere, swap("is no formula", "is a formula"), VerdictEdited, "a formula"},
	{"a note on a quotation", everywhere, swap("Compare with the", "Never compare with the"), VerdictEdited, "Never"},
	{"who made a note", "md html docx", swap("Note (A. Reader,", "Note (B. Writer,"), VerdictEdited, "B. Writer"},
	{"when a note was made", "md html docx", swap("Note (12 Mar 2022 14:03 UTC)", "Note (13 Mar 2022 14:03 UTC)"), VerdictEdited, "13 Mar"},
	{"a tag", everywhere, swap("attribution", "propaganda"), VerdictEdited, "propaganda"},
	{"a tag more", "md html docx", swap("hospital, attribution", "hospital, attribution, war crime"), VerdictEdited, "war crime"},
	{"when it was changed", "md html docx", swap("Last changed 12 Mar", "Last changed 14 Mar"), VerdictEdited, "14 Mar"},
	{"by whom it was changed", "md html docx", swap("UTC by A. Reader", "UTC by B. Writer"), VerdictEdited, "B. Writer"},
	{"the version", everywhere, last("1.2.3", "9.9.9"), VerdictEdited, "9.9.9"},
	{"text before a quotation", "md html docx", before("“In comments", "denies that: “In comments"), VerdictWrong, "denies that"},
	{"text behind a quotation", "md html docx", behind("any patients were present.”", " which is false"), VerdictWrong, "which is false"},
	{"a second quotation", "md html docx", behind("any patients were present.”", " and “Nobody had been hurt at all.”"), VerdictWrong, "Nobody had been hurt"},
	{"the outlet before a quotation is another", "md docx", lead("Press TV"), VerdictWrong, "Press TV"},
	{"the outlet before a quotation is nobody", "md docx", lead("Harbour News"), VerdictWrong, "Harbour News"},
	{"the outlet before a quotation is a word", "md docx", lead("Wrong"), VerdictWrong, "Wrong"},
	{"quotation marks gone", "md html docx", swap("“In comments", "In comments"), VerdictWrong, "In comments"},
}

// inLines replaces in those lines that have what tells them.
func inLines(tells func(line string) bool, old, now string) func(format, file string) string {
	return func(_, file string) string {
		lines := strings.SplitAfter(strings.NewReplacer("<w:p>", "\n<w:p>", "<figcaption", "\n<figcaption").Replace(file), "\n")
		for i, line := range lines {
			if tells(line) {
				lines[i] = strings.ReplaceAll(line, old, now)
			}
		}
		return strings.Join(lines, "")
	}
}

func citing(old, now string) func(format, file string) string {
	return inLines(func(l string) bool { return statementsInLine.MatchString(l) }, old, now)
}

func listing(old, now string) func(format, file string) string {
	return inLines(func(l string) bool { return strings.Contains(l, "SHA-256 ") }, old, now)
}

var statementsInLine = regexp.MustCompile(`, statements? \d`)

func voiceOfOutlet(_, file string) string {
	return strings.NewReplacer("statement 2, voice: the outlet&#39;s own", "statement 2, voice: Sergey Lavrov (direct)",
		"statement 2, voice: the outlet's own", "statement 2, voice: Sergey Lavrov (direct)").Replace(file)
}

func hashOfAnother(_, file string) string {
	const nbc, mee = "5aa1ec74dbbf5a9fade4374e7aec81bc8f1d8788066ca4cd079245d89434baf2", "72c5517eee00ed515faf36eb63564941e8eb9b05d759e2c1a713b6be4fecda5a"
	return strings.ReplaceAll(file, nbc, mee)
}

// swapText replaces in an address wherever it stands, target and words.
func swapText(old, now string) func(format, file string) string {
	return func(_, file string) string { return strings.ReplaceAll(file, old, now) }
}

func addressGone(format, file string) string {
	const address = "https://www.middleeasteye.net/node/245156"
	switch format {
	case "md":
		return strings.Replace(file, "fecda5a, <"+address+">", "fecda5a", 1)
	case "html":
		return regexp.MustCompile(`fecda5a, <a[^>]*>[^<]*</a>`).ReplaceAllString(file, "fecda5a")
	case "docx":
		return regexp.MustCompile(`(fecda5a</w:t></w:r>).*?</w:hyperlink>`).ReplaceAllString(file, "$1")
	}
	return strings.Replace(file, "fecda5a, "+address, "fecda5a", 1)
}

// silenceOf makes the silence of Press TV one of another outlet.
func silenceOf(outlet string, number int) func(format, file string) string {
	iri := map[string]string{
		"Gossip Dad":   "https://gossipdad.com/ukraine-claims-that-discussions-with-russia-in-turkey-failed-to-result-in-a-ceasefire/",
		"NBC Bay Area": "https://www.nbcbayarea.com/news/national-international/foreign-ministers-from-russia-ukraine-meet-for-talks-in-turkey/2833846/",
		"Harbour News": "https://Harbour News.example/",
	}[outlet]
	return func(format, file string) string {
		if format != "json" {
			return strings.ReplaceAll(file, "Press TV (source 3)", fmt.Sprintf("%s (source %d)", outlet, number))
		}
		return regexp.MustCompile(`("target": )"https://presstv[^"]*"`).ReplaceAllString(file, `$1"`+iri+`"`)
	}
}

func before(words, now string) func(format, file string) string { return once(words, now) }

// behind puts text behind the mark of a quotation's footnote, in its paragraph.
func behind(words, more string) func(format, file string) string {
	return func(format, file string) string {
		at := strings.Index(file, words)
		if at < 0 {
			return file
		}
		end := map[string]string{"md": "\n", "html": "</p>", "docx": "</w:p>"}[format]
		at += strings.Index(file[at:], end)
		if format == "docx" {
			more = "<w:r><w:t xml:space=\"preserve\">" + more + "</w:t></w:r>"
		}
		return file[:at] + more + file[at:]
	}
}

func lead(outlet string) func(format, file string) string {
	return func(format, file string) string {
		return strings.NewReplacer("**Gossip Dad:**", "**"+outlet+":**", ">Gossip Dad: <", ">"+outlet+": <").Replace(file)
	}
}
