package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/adrg/xdg"
	"github.com/alecthomas/kong"

	"parallax/corpus"
	"parallax/corpus/archive"
	"parallax/corpus/language"
	"parallax/corpus/wording"
	"parallax/ui/cli/config"
	"parallax/ui/key"
	"parallax/ui/theme"
)

// configCommand prints what is configured.
type configCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Texts beside which a parallax.toml may lie."`
	Keys  bool     `help:"Every action that can be given other keys, with those it has."`
}

// Help is what --help adds.
func (configCommand) Help() string {
	return `Configuration is read from parallax.toml in the XDG configuration folder, and then from one beside the texts, which counts more
but may not say how to reach an archive. A flag counts more than both.

  coder = "desk-1"                      under whose name the work is kept
  limit = "20MB"                        how large a file may be; deadline = "30s" how long it may take
  ascii = true                          as --ascii; linear = true as --linear
  theme = "contrast"                    auto, dark, light, contrast, colour-blind, terminal; :theme tries them
  aliases = ["Kyiv = Kiev"]             words for one thing
  boilerplate = ["^Sign up for"]        a statement that matches is not part of the story
  [names]
  "middleeasteye" = "Middle East Eye"   an outlet's name, by what its files call it
  [short]
  "Middle East Eye" = "MEE"             and where there is little room
  [keys.reading]
  next-statement = ["e", "down"]        other keys for an action; parallax config --keys names all
  [archive]
  url = "https://archive.example:9200"  what --archive=config stands for
  index = "news"
  user = "reader"
  password-command = "pass show archive"
  [archive.fields]
  text = "body"

Exit status: 0 printed, 2 a file could not be read or says what is not known.
`
}

// Run prints.
func (c *configCommand) Run(p *program) error {
	if c.Keys {
		for _, screen := range p.keys.Screens() {
			p.out.printf("[keys.%s]\n", screen)
			for _, b := range p.keys.On(screen).Bindings {
				p.out.printf("%s = [%s]\n", b.Action.String(), quotedList(b.Keys))
			}
			p.out.printf("\n")
		}
		return nil
	}
	users := usersConfig()
	for _, file := range []string{users, config.Beside(c.Paths)} {
		if file == "" {
			continue
		}
		says := "nothing"
		if n := len(p.config.saidBy(file)); n > 0 {
			says = fmt.Sprintf("%d of what is below", n)
		}
		p.out.printf("# %s says %s\n", file, says)
	}
	all, wide := p.effective(), 0
	for _, v := range all {
		if n := utf8.RuneCountInString(v.key + " = " + v.value); n <= mostBefore {
			wide = max(wide, n)
		}
	}
	for _, v := range all {
		p.out.printf("%-*s # %s\n", wide, v.key+" = "+v.value, v.from)
	}
	return nil
}

// mostBefore is how many letters of a line the others make room for before they say where they come from.
const mostBefore = 48

// configured is what the files say.
type configured struct{ *config.Loaded }

func (c configured) saidBy(file string) (keys []string) {
	for key, from := range c.From {
		if from == file {
			keys = append(keys, key)
		}
	}
	return keys
}

// usersConfig is where the user's configuration is; "" where there is no home.
func usersConfig() string {
	xdg.Reload()
	if homeless("XDG_CONFIG_HOME") || xdg.ConfigHome == "" {
		return ""
	}
	return filepath.Join(xdg.ConfigHome, "parallax", config.Name)
}

// homeless reports whether there is neither a folder that the variable names nor a home to have one in: xdg would take the
// root of the disk, which is everybody's.
func homeless(variable string) bool {
	home := os.Getenv("HOME")
	return runtime.GOOS != "windows" && !filepath.IsAbs(os.Getenv(variable)) && (!filepath.IsAbs(home) || filepath.Clean(home) == "/")
}

// configure reads the configuration and gives what the call does not say from it.
func (p *program) configure(ctx *kong.Context) error {
	loaded, err := config.Load(usersConfig(), config.Beside(pathsOf(ctx)))
	if err != nil {
		return err
	}
	p.config = configured{loaded}
	p.said = map[string]bool{}
	for _, step := range ctx.Path {
		if step.Flag != nil {
			p.said[step.Flag.Name] = true
		}
	}
	p.keys = key.Default()
	for screen, actions := range loaded.Keys {
		m := p.keys.On(screen)
		if m == nil {
			return p.unknown("keys."+screen, "screen", screen, p.keys.Screens())
		}
		for _, action := range slices.Sorted(keysOf(actions)) {
			if !slices.Contains(m.Actions(), action) {
				return p.unknown("keys."+screen+"."+action, "action on the screen "+screen, action, m.Actions())
			}
			if err := m.Bind(action, actions[action]); err != nil {
				return fmt.Errorf("%s: %w", p.saidIn("keys."+screen+"."+action), err)
			}
		}
	}
	for _, pattern := range loaded.Boilerplate {
		p.boilerplate = append(p.boilerplate, regexp.MustCompile(pattern)) // it was tried when it was read
	}
	return p.configureFlags(&loaded.Config)
}

// configureFlags fills flags that the call does not set.
func (p *program) configureFlags(c *config.Config) error {
	call := &p.call
	if c.Theme != "" && !theme.Known(c.Theme) {
		return p.unknown("theme", "theme", c.Theme, theme.Names())
	}
	call.ASCII, call.Linear = call.ASCII || c.ASCII, call.Linear || c.Linear
	if c.Limit != "" && !p.said["limit"] {
		if err := call.Limit.UnmarshalText([]byte(c.Limit)); err != nil {
			return fmt.Errorf("%s: limit: %w", p.saidIn("limit"), err)
		}
	}
	if c.Deadline != "" && !p.said["deadline"] {
		d, err := time.ParseDuration(c.Deadline)
		if err != nil || d <= 0 {
			return fmt.Errorf("%s: deadline: %q is no time: write it as 10s or 2m", p.saidIn("deadline"), c.Deadline)
		}
		call.Deadline = d
	}
	for i, line := range c.Aliases {
		words := wording.ReadAlias(line)
		if words == nil {
			return fmt.Errorf("%s: aliases: the %d. has no words for one thing: write them with = between", p.saidIn("aliases"), i+1)
		}
		p.words = append(p.words, words)
	}
	if call.Read.Coder == "" {
		call.Read.Coder = c.Coder
	}
	a, from := &call.archived, &c.Archive
	for name, at := range map[string][2]*string{
		"archive-index": {&a.Index, &from.Index}, "archive-user": {&a.User, &from.User}, "archive-ca": {&a.CA, &from.CA}, "archive-password-command": {&a.Command, &from.Command},
	} {
		if !p.said[name] && *at[1] != "" {
			*at[0] = *at[1]
		}
	}
	if from.Most > 0 && !p.said["most"] {
		a.Most = from.Most
	}
	if !p.said["archive-fields"] {
		var pairs []string
		for _, ours := range slices.Sorted(keysOf(from.Fields)) {
			pairs = append(pairs, ours+"="+from.Fields[ours])
		}
		a.Fields = strings.Join(pairs, ",")
		if _, err := archive.ParseFields(a.Fields); err != nil {
			return fmt.Errorf("%s: archive.fields: %w", p.saidIn("archive.fields."+slices.Sorted(keysOf(from.Fields))[0]), err)
		}
	}
	if slices.Equal(a.Archive, []string{"config"}) {
		if from.URL == "" {
			return fmt.Errorf("--archive=config: no parallax.toml says the address: [archive] url = \"https://archive.example:9200\"")
		}
		a.Archive = strings.Split(from.URL, ",")
	}
	return nil
}

// unknown is the error of a name that the program does not know.
func (p *program) unknown(key, what, name string, names []string) error {
	said := fmt.Sprintf("%s: there is no %s %q", p.saidIn(key), what, name)
	if near, ok := language.Nearest(name, names); ok {
		said += fmt.Sprintf("; the nearest is %q", near)
	}
	return fmt.Errorf("%s", said)
}

// saidIn is the file that said something.
func (p *program) saidIn(key string) string {
	for said, file := range p.config.From {
		if said == key || strings.HasPrefix(said, key+".") {
			return file
		}
	}
	return config.Name
}

// pathsOf is the paths that the chosen command was given.
func pathsOf(ctx *kong.Context) []string {
	if node := ctx.Selected(); node != nil && node.Target.Kind() == reflect.Struct {
		if f := node.Target.FieldByName("Paths"); f.IsValid() {
			paths, _ := f.Interface().([]string)
			return paths
		}
	}
	return nil
}

func keysOf[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// value is one that holds, with where it came from.
type value struct{ key, value, from string }

// effective is every value that holds.
func (p *program) effective() (all []value) {
	c := &p.config.Config
	add := func(key, flag, value string) {
		from := "default"
		if file, ok := p.config.From[key]; ok {
			from = file
		}
		if p.said[flag] {
			from = "--" + flag
		}
		all = append(all, struct{ key, value, from string }{key, value, from})
	}
	add("coder", "coder", fmt.Sprintf("%q", p.call.Read.Coder))
	add("limit", "limit", fmt.Sprintf("%q", p.call.Limit))
	add("deadline", "deadline", fmt.Sprintf("%q", p.call.Deadline.String()))
	add("ascii", "ascii", fmt.Sprint(p.call.ASCII))
	add("linear", "linear", fmt.Sprint(p.call.Linear))
	add("theme", "", fmt.Sprintf("%q", cmp.Or(c.Theme, theme.Auto)))
	add("aliases", "aliases", "["+quotedList(c.Aliases)+"]")
	add("boilerplate", "", "["+quotedList(c.Boilerplate)+"]")
	for _, table := range []struct {
		name string
		of   map[string]string
	}{{"names", c.Names}, {"short", c.Short}} {
		for _, k := range slices.Sorted(keysOf(table.of)) {
			add(table.name+"."+k, "", fmt.Sprintf("%q", table.of[k]))
		}
	}
	for _, screen := range slices.Sorted(keysOf(c.Keys)) {
		for _, action := range slices.Sorted(keysOf(c.Keys[screen])) {
			add("keys."+screen+"."+action, "", "["+quotedList(c.Keys[screen][action])+"]")
		}
	}
	a := &p.call.archived
	add("archive.url", "archive", fmt.Sprintf("%q", c.Archive.URL))
	add("archive.index", "archive-index", fmt.Sprintf("%q", a.Index))
	add("archive.user", "archive-user", fmt.Sprintf("%q", a.User))
	add("archive.password-command", "archive-password-command", fmt.Sprintf("%q", a.Command))
	add("archive.ca", "archive-ca", fmt.Sprintf("%q", a.CA))
	add("archive.most", "most", fmt.Sprint(a.Most))
	for _, k := range slices.Sorted(keysOf(c.Archive.Fields)) {
		add("archive.fields."+k, "archive-fields", fmt.Sprintf("%q", c.Archive.Fields[k]))
	}
	return all
}

func quotedList(all []string) string {
	var quoted []string
	for _, s := range all {
		quoted = append(quoted, fmt.Sprintf("%q", s))
	}
	return strings.Join(quoted, ", ")
}

// settle gives a corpus what is configured of outlets and boilerplate, and where what is found in it is kept.
func (p *program) settle(c *corpus.Corpus) *corpus.Corpus {
	c.Statements.Aliases = p.named
	if len(p.boilerplate) > 0 {
		c = c.With(c.Statements.Without(p.boilerplate))
	}
	if p.kept != nil {
		c = c.Keeping(p.kept)
	}
	return c
}
