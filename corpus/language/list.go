package language

import (
	"embed"
	"strings"
	"sync"
)

//go:embed lists/en/*.txt
var files embed.FS

// folder is where the lists of the one language stand that is known so far: English as newsrooms write it.
const folder = "lists/en/"

// List is a section of a file of lists/en. It is read when first asked for: the program's start reads none.
type List struct {
	file, section string
	lines         func() []string
	set           func() map[string]bool
}

// English is the list under a heading, "[section]", of a file of lists/en, its name given without ".txt".
func English(file, section string) *List {
	l := &List{file: file, section: section}
	l.lines = sync.OnceValue(l.read)
	l.set = sync.OnceValue(l.collect)
	return l
}

// Lines is the lines of the list in order, without comments and blank lines.
func (l *List) Lines() []string { return l.lines() }

// Words is the words of all lines, in order.
func (l *List) Words() []string {
	var words []string
	for _, line := range l.Lines() {
		words = append(words, strings.Fields(line)...)
	}
	return words
}

// Has reports whether a word is in the list.
func (l *List) Has(word string) bool { return l.set()[word] }

func (l *List) collect() map[string]bool {
	words := l.Words()
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

func (l *List) read() []string {
	lines, ok := sectionsOf(l.file)[l.section]
	if !ok {
		panic("language: no list [" + l.section + "] in " + l.file + ".txt")
	}
	return lines
}

// known is the files that have been read.
var known struct {
	sync.Mutex
	files map[string]map[string][]string
}

// sectionsOf is the sections of a file, read once.
func sectionsOf(file string) map[string][]string {
	known.Lock()
	defer known.Unlock()
	sections, ok := known.files[file]
	if !ok {
		text, err := files.ReadFile(folder + file + ".txt")
		if err != nil {
			panic("language: " + err.Error())
		}
		sections = parse(string(text))
		if known.files == nil {
			known.files = make(map[string]map[string][]string)
		}
		known.files[file] = sections
	}
	return sections
}

// parse reads a file of lists: "[section]" begins a list, "#" a comment line.
func parse(text string) map[string][]string {
	sections := make(map[string][]string)
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
			sections[section] = nil
		default:
			sections[section] = append(sections[section], line)
		}
	}
	return sections
}
