package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"parallax/corpus/archive"
	"parallax/corpus/report"
	"parallax/corpus/source"
)

// archived says that reports come from an archive, and which.
type archived struct {
	Archive []string    `sep:"," placeholder:"URL" help:"Ask an OpenSearch archive at URL (of several nodes: URL,URL); what would be paths are then the words that are sought."`
	Index   string      `name:"archive-index" default:"reports" placeholder:"NAME" help:"The archive's index. (default: reports)"`
	User    string      `name:"archive-user" placeholder:"NAME" help:"Who asks. The password is read from the environment variable PARALLAX_ARCHIVE_PASSWORD."`
	Command string      `name:"archive-password-command" placeholder:"COMMAND" help:"A command that prints the password, where it is not in the environment."`
	CA      string      `name:"archive-ca" placeholder:"FILE" help:"The authority that signed the archive's certificate, as PEM."`
	Fields  string      `name:"archive-fields" placeholder:"OURS=THEIRS,..." help:"What the index calls title, text, outlet, published, url, byline, lang, as text=body; - for what it does not have."`
	Since   calendarDay `placeholder:"DATE" help:"Only reports published on DATE or later, as 2022-03-09."`
	Until   calendarDay `placeholder:"DATE" help:"Only reports published on DATE or before."`
	Outlet  []string    `placeholder:"NAME" sep:"none" help:"Only reports of this outlet; may be said several times."`
	Most    int         `default:"500" placeholder:"N" help:"How many reports of an archive travel, the best first; at most 5000. (default: 500)"`
}

// calendarDay is a date, or a month or a year.
type calendarDay report.Date

// UnmarshalText reads 2022-03-09, 2022-03 or 2022.
func (d *calendarDay) UnmarshalText(text []byte) error {
	date, ok := report.ParseDate(string(text))
	if !ok {
		return fmt.Errorf("%q is no date: write it as 2022-03-09", text)
	}
	*d = calendarDay(date)
	return nil
}

// filter is which reports are wanted, of whatever source.
func (a *archived) filter() source.Filter {
	return source.Filter{Since: report.Date(a.Since), Until: report.Date(a.Until), Outlets: a.Outlet}
}

// passwordVariable is where the password is read from. It is taken out of the environment, so that no program that is
// started from here, an editor or a browser, is given it.
const passwordVariable = "PARALLAX_ARCHIVE_PASSWORD"

// options is how the archive is reached.
func (p *program) archiveOptions() (archive.Options, error) {
	a := &p.call.archived
	fields, err := archive.ParseFields(a.Fields)
	if err != nil {
		return archive.Options{}, err
	}
	o := archive.Options{URLs: a.Archive, Index: a.Index, User: a.User, CA: a.CA, Fields: fields, Deadline: max(p.call.Deadline, archiveDeadline), Bytes: int64(p.call.Limit)}
	if a.User == "" {
		return o, nil
	}
	if password, ok := os.LookupEnv(passwordVariable); ok {
		p.password = password
		os.Unsetenv(passwordVariable)
	} else if p.password == "" && a.Command != "" {
		if p.password, err = firstLine(a.Command); err != nil {
			return o, err
		}
	}
	o.Password = p.password
	if o.Password == "" {
		return o, fmt.Errorf("no password for %s: put it into the environment as %s, or name a command that prints it with --archive-password-command", a.User, passwordVariable)
	}
	return o, nil
}

// archiveDeadline is how long an archive has for an answer at least.
const archiveDeadline = 30 * time.Second

// firstLine is the first line that a command prints. What it says on standard error is the user's to see.
func firstLine(command string) (string, error) {
	shell, flag := "sh", "-c"
	if runtime.GOOS == "windows" {
		shell, flag = "cmd", "/c"
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, shell, flag, command)
	cmd.Stdin, cmd.Stderr = os.Stdin, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("the command for the archive's password failed: %w", err)
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// search is what the archive is asked: the words that stand where paths would, or what a session was opened with.
func (p *program) search(ctx context.Context, words []string) (*archive.Search, error) {
	o, err := p.archiveOptions()
	if err != nil {
		return nil, err
	}
	a, err := archive.Open(ctx, o)
	if err != nil {
		return nil, err
	}
	q := archive.Query{Words: strings.Join(words, " "), Filter: p.call.filter(), Most: p.call.Most}
	if len(words) == 1 {
		if before, ok := archive.ParseAddress(words[0]); ok {
			before.Most = q.Most
			q = before
		}
	}
	return a.Search(q), nil
}

// archiveCommand is what is done to an archive rather than with its reports.
type archiveCommand struct {
	Init  archiveInit  `cmd:"" help:"Make an index for reports."`
	Push  archivePush  `cmd:"" help:"Put reports into the index."`
	Count archiveCount `cmd:"" help:"Count what matches, by day and outlet, in the whole archive."`
}

// Help is what --help adds.
func (archiveCommand) Help() string {
	return `An archive is an OpenSearch index (2 or 3) that a newsroom has. It is only asked; nothing is written to it but by init and push.

  export PARALLAX_ARCHIVE_PASSWORD=...          or: --archive-password-command 'pass show archive'
  parallax --archive https://archive.example:9200 --archive-user reader 'hospital mariupol' --since 2022-03-09 --until 2022-03-12
  parallax --archive URL --archive-index news --archive-fields title=headline,text=body,outlet=source,published=date flood
  parallax claims --archive URL flood           every command takes its reports from there

Words are sought in title and text, all of them; "..." is a phrase, | is or, - is not.
`
}

// archiveInit makes an index.
type archiveInit struct {
	Shards int `default:"1" help:"Into how many parts it is cut. (default: 1)"`
}

var errNoArchive = errors.New("say which archive: --archive https://archive.example:9200")

// Run makes it.
func (c *archiveInit) Run(p *program) error {
	if len(p.call.Archive) == 0 {
		return errNoArchive
	}
	o, err := p.archiveOptions()
	if err != nil {
		return err
	}
	if err := archive.Init(context.Background(), o, c.Shards); err != nil {
		return err
	}
	p.out.printf("made %s\n", strings.Join(o.URLs[:1], "")+"/"+o.Index)
	return nil
}

// archivePush puts reports into an index.
type archivePush struct {
	Paths []string `arg:"" name:"path" help:"Files, folders, or - for standard input."`
}

// Help is what --help adds.
func (archivePush) Help() string {
	return `A report's id is the hash of its outlet, address, date, title and text: pushing twice changes nothing, and a push that was
stopped goes on when it is called again.

Exit status: 0 all are in the archive, 2 something could not be read or was refused.
`
}

// Run pushes.
func (c *archivePush) Run(p *program) error {
	if len(p.call.Archive) == 0 {
		return errNoArchive
	}
	o, err := p.archiveOptions()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	a, err := archive.Open(ctx, o)
	if err != nil {
		return err
	}
	// each file is read once, and the push itself says how far it is
	options := source.Options{Limits: p.limits(), Filter: p.call.filter(), Chapters: p.call.Chapters, Stdin: p.stdin}
	reports := func(yield func(report.Report) bool) {
		for read := range source.Files(c.Paths, options).Reports(ctx) {
			for _, problem := range read.Problems {
				p.complain(problem)
				p.status = failed
			}
			for _, r := range read.Reports {
				if !yield(r) {
					return
				}
			}
		}
	}
	bar := newPushing(p.stderr)
	done, err := a.Push(ctx, reports, bar.show)
	bar.end()
	for _, problem := range done.Failed {
		p.complain(problem)
		p.status = failed
	}
	p.out.printf("%d new, %d known, %d refused\n", done.New, done.Known, len(done.Failed))
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped: the same call goes on where this one was")
	}
	return err
}

// pushing shows on a terminal how far a push is.
type pushing struct {
	to    io.Writer // nil for nothing
	began time.Time
	last  time.Time
}

func newPushing(stderr io.Writer) *pushing {
	b := &pushing{began: time.Now()}
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(f.Fd()) {
		b.to = stderr
	}
	return b
}

// show is called from one goroutine at a time.
func (b *pushing) show(p archive.Pushed) {
	now := time.Now()
	if b.to == nil || now.Sub(b.last) < 200*time.Millisecond {
		return
	}
	b.last = now
	all := p.New + p.Known + len(p.Failed)
	fmt.Fprintf(b.to, "\r\x1b[K%d reports, %d new, %d known, %d refused, %.0f a second", all, p.New, p.Known, len(p.Failed), float64(all)/now.Sub(b.began).Seconds())
}

func (b *pushing) end() {
	if b.to != nil && !b.last.IsZero() {
		fmt.Fprint(b.to, "\r\x1b[K")
	}
}

// archiveCount counts.
type archiveCount struct {
	Words  []string `arg:"" optional:"" name:"words" help:"What is sought; all reports without."`
	Format format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
}

// Run counts.
func (c *archiveCount) Run(p *program) error {
	if len(p.call.Archive) == 0 {
		return errNoArchive
	}
	s, err := p.search(context.Background(), c.Words)
	if err != nil {
		return err
	}
	counts, err := s.Count(context.Background())
	if err != nil {
		return err
	}
	if counts.Shards != "" {
		p.complain(fmt.Errorf("%s: %s", p.call.Archive[0], counts.Shards))
		p.status = failed
	}
	p.answered(counts.Total)
	switch c.Format {
	case asJSON:
		return p.out.json(jsonCounts(counts))
	case asCSV:
		p.out.table([]string{"of", "name", "reports"}, func(row func(...any)) {
			row("all", "", counts.Total)
			for _, d := range counts.Days {
				row("day", d.Name, d.Reports)
			}
			for _, o := range counts.Outlets {
				row("outlet", o.Name, o.Reports)
			}
		})
	default:
		p.printCounts(counts)
	}
	return nil
}

// jsonCounts is counts for machines.
func jsonCounts(c source.Counts) any {
	type count struct {
		Name    string `json:"name"`
		Reports int    `json:"reports"`
	}
	list := func(all []source.Count) []count {
		some := []count{}
		for _, one := range all {
			some = append(some, count(one))
		}
		return some
	}
	return struct {
		Reports int     `json:"reports"`
		Days    []count `json:"days"`
		Outlets []count `json:"outlets"`
	}{c.Total, list(c.Days), list(c.Outlets)}
}

// widestBar is the columns of the longest bar.
const widestBar = 40

func (p *program) printCounts(c source.Counts) {
	p.out.printf("%d reports\n", c.Total)
	for _, part := range [][]source.Count{c.Days, c.Outlets} {
		most, wide := 1, 0
		for _, one := range part {
			most, wide = max(most, one.Reports), max(wide, len([]rune(p.out.safe(one.Name))))
		}
		if len(part) > 0 {
			p.out.printf("\n")
		}
		for _, one := range part {
			name := p.out.safe(one.Name)
			bar := strings.Repeat("#", max(1, one.Reports*widestBar/most))
			p.out.printf("%s%s  %7d  %s\n", name, strings.Repeat(" ", wide-len([]rune(name))), one.Reports, bar)
		}
	}
}

// asking is how the screen asks the archive for more; nil where there is none. What it finds comes when the reports are read
// again.
func (p *program) asking(o *opened) func(words string, like *report.Report) {
	if o.asked == nil {
		return nil
	}
	filter, most := p.call.filter(), p.call.Most
	return func(words string, like *report.Report) {
		q := archive.Query{Words: words, Filter: filter, Most: most}
		if like != nil {
			q.Like, q.Lang, q.Most = like.Text, like.Language(), moreOfStory
			q.Filter = source.Filter{}
		}
		o.asked.Also(q)
	}
}

// moreOfStory is how many reports more of a story are brought at once.
const moreOfStory = 50

// counting counts what matches in the whole archive; nil where there is none.
func counting(o *opened) func(context.Context) (source.Counts, error) {
	if o.asked == nil {
		return nil
	}
	return o.asked.Count
}
