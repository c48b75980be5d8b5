package report

import (
	"bytes"
	"errors"
	"net/mail"
	"regexp"
	"strings"
	"sync"

	"github.com/jhillyerd/enmime/v2"
)

// enmimeVersion is what Report.Reader says of enmime.
const enmimeVersion = "v2.3.0"

// mostMails is how many messages of a mailbox are read.
const mostMails = 5000

var mailHeaders = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?im)^(from|date|subject|mime-version|message-id|received|return-path|content-type|to):`)
})

// tellMail: the head of a message (RFC 5322), which has some headers of its own; a text that opens with lines such as
// "Title: ..." is none.
func tellMail(head []byte, _ string) bool {
	block, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	name, _, ok := bytes.Cut(block, []byte(":"))
	if !ok || len(name) == 0 || len(name) > 60 || bytes.ContainsAny(name, " \t\n<{") {
		return false
	}
	seen := map[string]bool{}
	for _, m := range mailHeaders().FindAllSubmatch(block, -1) {
		seen[strings.ToLower(string(m[1]))] = true
	}
	return seen["mime-version"] && len(seen) > 1 || seen["from"] && seen["date"] && (seen["message-id"] || seen["subject"] && seen["to"] || seen["received"])
}

// tellMailbox: the messages of a mailbox (RFC 4155) one behind the other.
func tellMailbox(head []byte, _ string) bool {
	if !bytes.HasPrefix(head, []byte("From ")) {
		return false // what most files are, without a look for the pattern
	}
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	return mailboxLine().Match(bytes.TrimRight(line, "\r")) && mailHeaders().Match(rest[:min(len(rest), 500)])
}

var mailboxLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^From \S+.* \d{1,2}:\d{2}(:\d{2})?( \S+)? \d{4}|^From \S+.* \d{4} \d{1,2}:\d{2}`)
})

func readMail(in *input) ([]draft, error) { return in.message("", in.Data) }

func readMailbox(in *input) ([]draft, error) {
	var drafts []draft
	for i, m := range messages(in.Data) {
		if i == mostMails || in.ctx.Err() != nil {
			break
		}
		part := "#" + itoa(i+1)
		ds, err := in.message(part, m)
		if err != nil {
			in.problem(part, err)
		}
		drafts = append(drafts, ds...)
	}
	return drafts, nil
}

// messages parts a mailbox at the lines "From ..." that follow a blank line, and takes out the marks that quote such lines
// within a message.
func messages(data []byte) [][]byte {
	var all [][]byte
	var one []byte
	blank, begun := true, false
	for line := range bytes.Lines(data) {
		switch {
		case blank && bytes.HasPrefix(line, []byte("From ")) && mailboxLine().Match(bytes.TrimRight(line, "\r\n")):
			if begun {
				all = append(all, one)
			}
			one, begun = nil, true
		case bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>':
			one = append(one, line[1:]...)
		default:
			one = append(one, line...)
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
	}
	if begun {
		all = append(all, one)
	}
	return all
}

// message is the reports of one message: its text, or the page that was saved as one, and the files with it.
func (in *input) message(part string, data []byte) ([]draft, error) {
	parser := enmime.NewParser(enmime.DisableTextConversion(true), enmime.SkipMalformedParts(true), enmime.MaxStoredPartErrors(10))
	e, err := parser.ReadEnvelope(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("is a message that is damaged or cut short")
	}
	if saved := e.GetHeader("Snapshot-Content-Location"); e.HTML != "" && (saved != "" || e.Text == "" && isSavedPage(e)) {
		return in.savedPage(part, e.HTML, saved)
	}
	subject := oneLine(strings.ToValidUTF8(e.GetHeader("Subject"), "\uFFFD"))
	from, _ := mail.ParseAddress(e.GetHeader("From"))
	facts := Facts{Title: Fact{Value: subject}, Published: Fact{Value: e.GetHeader("Date")}, Lang: Fact{Value: e.GetHeader("Content-Language")}}
	if from != nil {
		facts.Outlet.Value = from.Name
		if from.Name == "" {
			_, facts.Outlet.Value, _ = strings.Cut(from.Address, "@")
		}
	}
	d, ok := in.mailText(subject, e)
	d.part, d.reader, d.facts = part, "mail: enmime "+enmimeVersion, facts.Said("mail header")
	var drafts []draft
	if ok {
		drafts = append(drafts, d)
	}
	for _, a := range e.Attachments {
		with, err := in.entry(part+"!"+a.FileName, a.FileName, 0, bytes.NewReader(a.Content))
		drafts = append(drafts, with...)
		if err != nil {
			return drafts, err
		}
	}
	if len(drafts) == 0 {
		return nil, errors.New("is a message without text")
	}
	return drafts, nil
}

// mailText is what a message says, below its subject: its plain text when it has one.
func (in *input) mailText(subject string, e *enmime.Envelope) (d draft, ok bool) {
	if strings.TrimSpace(e.Text) == "" {
		return markup(subject, strings.ToValidUTF8(e.HTML, "\uFFFD"))
	}
	body := strings.Trim(strings.ReplaceAll(strings.ToValidUTF8(e.Text, "\uFFFD"), "\r\n", "\n"), "\n")
	if subject == "" {
		return draft{extract: extract{text: body}}, true
	}
	title := Span{0, len(subject)}
	return draft{extract: extract{text: subject + "\n\n" + body, title: title, headings: []Span{title}}}, true
}

func isSavedPage(e *enmime.Envelope) bool {
	return e.Root != nil && strings.EqualFold(e.Root.ContentType, "multipart/related") && e.GetHeader("To") == "" && e.GetHeader("Received") == ""
}

// savedPage is the report of a page that a browser saved as a message (RFC 2557), which says where it stood.
func (in *input) savedPage(part, text, address string) ([]draft, error) {
	child := &input{File: File{Path: in.Path + part, Name: in.Name, Data: []byte(text)}, ctx: in.ctx, limits: in.limits, depth: in.depth, spent: in.spent}
	drafts, err := readHTML(child)
	for i := range drafts {
		d := &drafts[i]
		d.part = part + d.part
		d.reader += " in mail: enmime " + enmimeVersion
		if strings.Contains(address, "://") {
			d.facts = d.facts.Or(Facts{URL: Fact{address, "saved page"}})
		}
	}
	return drafts, err
}
