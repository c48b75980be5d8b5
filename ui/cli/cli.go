// Package cli is the command line: flags, subcommands and plain output. [Run] is the whole program.
//
// One struct, [call], declares every command, flag and word of help; each command is a file of its own with a Run method
// that kong calls. What a command prints goes through a [printer], so that no text from outside leaves the program raw.
package cli

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"sync/atomic"
	"time"

	"github.com/alecthomas/kong"

	"parallax/corpus"
	"parallax/corpus/archive"
	"parallax/corpus/cache"
	"parallax/ui"
	"parallax/ui/key"
)

// Exit statuses.
const (
	found   = 0
	nothing = 1 // all could be read, but there was nothing to print
	failed  = 2 // something could not be read, or the call was wrong
)

// call is what can be said on the command line.
type call struct {
	Read    readCommand    `cmd:"" default:"withargs" help:"Read the reports side by side (this is what parallax does when no command is named)."`
	Search  searchCommand  `cmd:"" help:"Print the statements that match a query."`
	Claims  claimsCommand  `cmd:"" help:"Print what the outlets say in common, and which of them are silent."`
	Links   linksCommand   `cmd:"" help:"Print which statements say the same, with scores and reasons."`
	Differs differsCommand `cmd:"" help:"Print of what outlets give different figures, with who says each."`
	Voices  voicesCommand  `cmd:"" help:"Print who is quoted, by outlet, and with which verbs."`
	Wording wordingCommand `cmd:"" help:"Print what outlets call the same thing: spellings and terms."`
	Table   tableCommand   `cmd:"" help:"Print things counted against each other: codes by outlets, claims by weeks, voices by verbs."`
	Review  reviewCommand  `cmd:"" help:"Print what is worth asking about the links and claims, the most useful question first."`

	Stories storiesCommand `cmd:"" help:"Print which reports are of one event."`
	Sources sourcesCommand `cmd:"" help:"Print what was read, what is known of it and who says so, and what was left."`

	Manage archiveCommand `cmd:"" name:"archive" help:"Make, fill and count an archive of many reports; --archive reads from one."`

	Config     configCommand     `cmd:"" help:"Print what is configured, and what came from where; --keys names all actions."`
	Sessions   sessionsCommand   `cmd:"" help:"List what is kept: marks, notes and decisions."`
	Brief      briefCommand      `cmd:"" help:"Print what a session holds as a brief, or write it to a file."`
	Verify     verifyCommand     `cmd:"" help:"Check the quotations of an exported brief against their sources."`
	Doctor     doctorCommand     `cmd:"" help:"Say what of the terminal, the folders and the configuration is not as it should be, and what to do."`
	Man        manCommand        `cmd:"" help:"Print the manual page: parallax man > parallax.1."`
	Completion completionCommand `cmd:"" help:"Print what completes commands and flags in bash, zsh or fish."`
	Cache      cacheCommand      `cmd:"" help:"Say what is kept of files that were read, or take it away."`
	Merge      mergeCommand      `cmd:"" help:"Unite two sessions, and list where they disagree."`
	Agree      agreeCommand      `cmd:"" help:"Print how far two readers agree."`

	Sample        sampleCommand        `cmd:"" help:"Draw the reports that two coders both code."`
	Disagreements disagreementsCommand `cmd:"" help:"Print what two coders differ on in a united session, and what was settled."`
	Methods       methodsCommand       `cmd:"" help:"Print how the study was made: the paragraph and the table that reviewers ask for."`
	Reproduce     reproduceCommand     `cmd:"" help:"Say whether the same links and claims are found as when a session was left."`
	Compare       compareCommand       `cmd:"" help:"Compare a study at two dates."`

	archived

	OneStory      bool             `name:"one-story" help:"Take all reports for one story, whatever they tell."`
	Linear        bool             `help:"Nothing is drawn: what changes is written in words, line by line, for screen readers and braille."`
	ASCII         bool             `name:"ascii" help:"Nothing beyond ASCII, on the screen and in what is printed."`
	Limit         size             `default:"8MiB" placeholder:"SIZE" help:"How large a file may be, as 500KiB or 20MB. (default: 8MiB)"`
	LimitPacked   size             `default:"256MiB" placeholder:"SIZE" help:"How large an archive may be, and each file in a zip. (default: 256MiB)"`
	LimitUnpacked size             `default:"512MiB" placeholder:"SIZE" help:"How much all files in an archive may come to. (default: 512MiB)"`
	LimitFiles    int              `default:"20000" placeholder:"N" help:"How many files an archive may hold. (default: 20000)"`
	LimitDepth    int              `default:"4" placeholder:"N" help:"How deep archives may lie in archives. (default: 4)"`
	Chapters      bool             `help:"Take each chapter of a book (epub) for a report of its own."`
	Deadline      time.Duration    `default:"10s" placeholder:"TIME" help:"How long a file may take to read, as 10s or 2m. (default: 10s)"`
	NoCache       bool             `name:"no-cache" help:"Read every file anew, and keep nothing of what was read."`
	Aliases       string           `placeholder:"FILE" help:"Words for one thing, for search, wording and matching: a line each, as Kyiv = Kiev."`
	Version       kong.VersionFlag `help:"Print the version."`
}

const description = `Read every outlet's report of the same event side by side.

  parallax [PATH ...]                  open the screen; ? there says which keys it takes
  parallax [PATH ...] | less           where standard output is no terminal: print the reports
  parallax search QUERY [PATH ...]     print the statements that match, as path:line:column: statement
  parallax claims [PATH ...]           print what the outlets say in common
  parallax links [PATH ...]            print which statements say the same, and why
  parallax differs [PATH ...]          print of what outlets give different figures, and who says each
  parallax voices [PATH ...]           print who is quoted, by which outlet, with which verbs
  parallax wording [PATH ...]          print what outlets call the same thing
  parallax table ROWS COLUMNS [PATH ...]   print things counted against each other
  parallax review [PATH ...]           print what is worth asking a reader about them
  parallax stories [PATH ...]          print which reports are of one event
  parallax sources [PATH ...]          print what was read, who says what of it, and what was left
  parallax archive init|push|count     make, fill and count an archive; --archive URL reads from one
  parallax config [PATH ...]           print what is configured in parallax.toml
  parallax sessions                    list what is kept: marks, notes and decisions
  parallax cache [--clear]             say what is kept of files that were read, or take it away
  parallax brief [SESSION|PATH ...]    print it as a brief: md, html, docx, json, csv, bib, ris, qdpx, qdc, csl
  parallax verify FILE [PATH ...]      check the quotations of an exported brief
  parallax merge A B -o C              unite two sessions, and list where they disagree
  parallax sample [PATH ...]           draw the reports that two coders both code
  parallax agree A B                   print how far two readers agree
  parallax disagreements SESSION       print what they differ on, and what was settled
  parallax methods [PATH ...]          print how the study was made, for its methods section
  parallax reproduce SESSION           say whether the same is found again, and what differs
  parallax compare OLD NEW             compare a study at two dates
  parallax doctor                      say what is wrong with terminal, folders or configuration
  parallax man                         print the manual page
  parallax completion bash|zsh|fish    print what completes commands and flags in that shell

PATH is a file, a folder or - for standard input. Without any, parallax opens five reports that it carries with it.

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.`

// Run runs parallax with the arguments after its name and returns the exit status.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	startQuick()
	go corpus.Prepare()
	out := newPrinter(stdout)
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, out: out}
	status := p.run(args, stderr)
	if p.kept != nil {
		p.kept.Flush()
		if err := p.kept.Err(); err != nil {
			p.complain(err)
		}
	}
	if err := out.flush(); err != nil {
		if status = failed; !unheard(err) {
			p.complain(err)
		}
	}
	for _, err := range p.complaints {
		fmt.Fprintln(stderr, "parallax: "+out.safe(err.Error()))
	}
	return status
}

// program is one run of it.
type program struct {
	call   call
	stdin  io.Reader
	stdout io.Writer // for the screen; plain output goes through out
	out    *printer

	stderr   io.Writer     // for progress; complaints are said at the end
	password string        // of the archive, asked for once
	pins     []archive.Pin // the reports that the session was opened with, where they are in an archive

	kept    *cache.Cache    // what was read of files; nil where nothing is kept
	reading chan ui.Reading // how far it is; nil where nobody looks
	wait    *wait           // what a terminal was told of the work in hand
	soon    time.Duration   // after which what has been read so far is shown; 0: all is read first
	began   time.Time       // when that reading began
	left    atomic.Int64    // of it, in nanoseconds, by the pace so far

	config      configured
	said        map[string]bool // flags that the call sets
	keys        *key.Keys
	words       [][]string       // names of one thing, as parallax.toml says
	boilerplate []*regexp.Regexp // what the reader says is not part of a story

	named [][]string // names of one thing, as the reader says: see aliases

	status     int
	complaints []error // said on standard error after all else was done
}

// complain notes what went wrong; each is said once, at the end, on a line of its own.
func (p *program) complain(err error) { p.complaints = append(p.complaints, err) }

func (p *program) run(args []string, stderr io.Writer) int {
	ended, status := false, found // by --help or --version
	parser, err := kong.New(&p.call,
		kong.Name("parallax"),
		kong.Description(description),
		kong.Vars{"version": "parallax " + version(), "exports": exports()},
		kong.Writers(p.out, stderr),
		kong.Exit(func(code int) {
			if !ended {
				ended, status = true, code
			}
		}),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100, ValueFormatter: describe}),
	)
	if err != nil {
		p.complain(err)
		return failed
	}
	ctx, err := parser.Parse(args)
	if ended {
		return status
	}
	if err != nil {
		p.complain(err)
		p.complain(errors.New("parallax --help says what can be said"))
		return failed
	}
	if err := p.configure(ctx); err != nil {
		p.complain(err)
		return failed
	}
	p.out.ascii = p.call.ASCII
	if err := ctx.Run(p); err != nil {
		p.complain(err)
		return failed
	}
	return p.status
}

// describe is a flag's help as it was written: kong would add the default that some of them explain themselves.
func describe(value *kong.Value) string { return value.Help }
