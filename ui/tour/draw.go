package tour

import (
	"strings"

	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// narrow is the columns below which the row leaves out what can be guessed.
const narrow = 60

// Draw is the row: how far the tour is, what to do now, and how to end it. Of the ways to say it the longest that fits is
// taken.
func (t *Tour) Draw(th *theme.Theme, width int) string {
	place, gap, end := t.place(), "  ", ""
	if t.seen.Close && !t.Over() {
		end = t.name(&t.keys.Reading, key.Close) + " ends it "
	}
	if width < narrow {
		place, gap, end = strings.TrimPrefix(place, "tour "), " ", strings.Replace(end, " it ", "", 1)
	}
	l := line.New(width, th.Ellipsis)
	l.Glyph("", " ").Glyph(th.Brand, place).Glyph("", gap)
	ways := t.ways()
	if th.ASCII {
		for i := range ways {
			ways[i] = key.ASCII(ways[i])
		}
	}
	said := ways[len(ways)-1]
	for _, way := range ways {
		if safe.Width(strings.ReplaceAll(way, "`", ""))+safe.Width(end) < l.Left() {
			said = way
			break
		}
	}
	for i, part := range strings.Split(said, "`") {
		style := theme.Style("")
		if i%2 == 1 {
			style = th.Key
		}
		l.Put(style, part)
	}
	return l.Right(th.Quiet, end).String()
}

// ways is what to do now, the longest way to say it first. Keys stand between backquotes.
func (t *Tour) ways() []string {
	if t.Over() {
		return t.goodbye()
	}
	here := t.seen.Screen
	switch {
	case t.step == search && here == Search:
		return t.with([]string{
			"write a word or more; the panes follow the hits; `ENTER` stays at the chosen one, and then `NEXT` goes through all",
			"write a word; `ENTER` stays at the hit, then `NEXT` goes through all",
			"a word, then `ENTER`",
		})
	case t.step == note && here == Field:
		return t.with([]string{
			"write what you think of it; `ENTER` keeps the statement in the brief, with your note",
			"write what you think of it; `ENTER` keeps it",
			"write, then `ENTER`",
		})
	case t.step == export && here == Field:
		return t.with([]string{
			"`ENTER` alone writes brief.md; of a name of your own the ending says the format, as .docx",
			"`ENTER` writes brief.md, or the name you give",
			"`ENTER`: brief.md",
		})
	case t.step == export && here == Brief:
		return t.with([]string{
			"every quotation has its place in its report, and parallax verify checks it; `EXPORT` writes the brief to a file",
			"`EXPORT` writes the brief to a file whose name you give",
			"`EXPORT` writes it to a file",
		})
	case here == Writing:
		return []string{""}
	case here != Reading:
		back := "`" + t.back() + "` closes this; then "
		ways := t.with(tasks[t.step])
		return []string{back + ways[1], back + ways[2], "`" + t.back() + "`, then " + ways[3]}
	case t.step == move && t.seen.Alone:
		return t.with([]string{"`DOWN` goes to the next statement; what other outlets say of it would stand on the same row", "`DOWN` goes to the next statement", "`DOWN`: next statement"})
	case t.step == export && t.seen.Masked:
		return t.with([]string{"`BRIEF` opens the brief; while outlets are hidden it is not written to a file", "`BRIEF`: the brief; with outlets hidden it is not written", "`BRIEF` opens the brief"})
	}
	return t.with(tasks[t.step][:3])
}

// tasks is what there is to do at each step, from the reading screen: at length, in short, in few words, and in fewer.
var tasks = [Steps][]string{
	move: {
		"`NEXT` goes to the next statement that others share: theirs light up on the same row, marked same or in part",
		"`NEXT` goes to the next statement that others share",
		"`NEXT`: shared by others",
		"`NEXT`",
	},
	claim: {
		"`CARD` opens the claim: who says it in which words, which outlets are silent, and why these are linked",
		"`CARD` shows who says it, and which outlet is silent",
		"`CARD`: who says it",
		"`CARD`",
	},
	search: {
		"`SEARCH` searches all reports at once: write a word, then `ENTER`",
		"`SEARCH` searches all reports: a word, then `ENTER`",
		"`SEARCH` a word, then `ENTER`",
		"`SEARCH`",
	},
	note: {
		"`NOTE` keeps the statement under the cursor for the brief, with a note of yours: write it, then `ENTER`",
		"`NOTE` keeps the statement with a note: write, `ENTER`",
		"`NOTE`: note, then `ENTER`",
		"`NOTE`",
	},
	export: {
		"`BRIEF` opens the brief, with what you kept; there `EXPORT` writes it to a file that anybody can check",
		"`BRIEF` opens the brief; there `EXPORT` writes it to a file",
		"`BRIEF`, there `EXPORT` to a file",
		"`BRIEF`",
	},
}

// goodbye says what is the reader's now.
func (t *Tour) goodbye() []string {
	return t.with([]string{
		"what you kept stays in the brief until you take it out: `UNDO` takes back the last; `HELP` has every key, `COLONtour` begins again",
		"what you kept stays; `UNDO` takes the last back, `HELP` has every key",
		"what you kept stays",
	})
}

// back is the key that closes what is open.
func (t *Tour) back() string { return t.name(&t.keys.Reading, key.Close) }

// name is an action's key; where the reader has given it none, the palette's, which finds everything.
func (t *Tour) name(m *key.Map, a key.Action) string {
	if name := m.Name(a); name != "" {
		return name
	}
	return t.keys.Reading.Name(key.OpenPalette)
}

// with puts the keys of this reader into texts.
func (t *Tour) with(ways []string) []string {
	r := &t.keys.Reading
	names := strings.NewReplacer(
		"NEXT", t.name(r, key.NextShared), "DOWN", t.name(r, key.NextStatement), "CARD", t.name(r, key.OpenCard),
		"SEARCH", t.name(r, key.OpenSearch), "NOTE", t.name(r, key.Note), "BRIEF", t.name(r, key.OpenBrief),
		"EXPORT", t.name(&t.keys.Brief, key.Export), "ENTER", t.name(&t.keys.Asking, key.Accept),
		"UNDO", t.name(r, key.Undo), "HELP", t.name(r, key.OpenHelp), "COLON", t.name(r, key.OpenCommand),
	)
	said := make([]string, len(ways))
	for i, way := range ways {
		said[i] = names.Replace(way)
	}
	return said
}
