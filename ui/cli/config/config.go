// Package config reads parallax.toml: the user's, in the XDG configuration folder, and the one that lies beside the texts. [Load]
// reads both, the latter over the former, and knows where every value came from. What it does not know is refused with its line
// and the nearest name that it does.
//
// A file beside texts came with the texts, perhaps from somebody else: it may name outlets and words, and say what is boilerplate;
// it may not say how to reach an archive, or have a command run.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"parallax/corpus/language"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"
)

// Config is what can be said in a parallax.toml. The zero value says nothing.
type Config struct {
	Coder       string                         `toml:"coder"`       // under whose name the work is kept
	Linear      bool                           `toml:"linear"`      // as --linear
	ASCII       bool                           `toml:"ascii"`       // as --ascii
	Theme       string                         `toml:"theme"`       // one of theme.Names
	Limit       string                         `toml:"limit"`       // of a file, as "8MiB"
	Deadline    string                         `toml:"deadline"`    // of a file, as "10s"
	Aliases     []string                       `toml:"aliases"`     // a thing each, as "Kyiv = Kiev"
	Boilerplate []string                       `toml:"boilerplate"` // regular expressions: a statement that matches one is boilerplate
	Names       map[string]string              `toml:"names"`       // of outlets, by what their files call them
	Short       map[string]string              `toml:"short"`       // names of outlets where there is little room
	Keys        map[string]map[string][]string `toml:"keys"`        // by screen and action
	Archive     Archive                        `toml:"archive"`
}

// Archive is how the user's archive is reached. There is no password in it: see --archive-password-command.
type Archive struct {
	URL     string            `toml:"url"` // what --archive=config stands for
	Index   string            `toml:"index"`
	User    string            `toml:"user"`
	Command string            `toml:"password-command"`
	CA      string            `toml:"ca"`
	Fields  map[string]string `toml:"fields"`
	Most    int               `toml:"most"`
}

// Name is what the file is called.
const Name = "parallax.toml"

// mostBytes is how large a configuration may be.
const mostBytes = 1 << 20

// Loaded is a configuration with where its values came from.
type Loaded struct {
	Config
	From map[string]string // by key, "archive.url": the file
}

// Load reads the user's file, then the one beside the texts; files that are not there say nothing, and "" is none.
func Load(users, beside string) (*Loaded, error) {
	l := &Loaded{From: map[string]string{}}
	for i, path := range []string{users, beside} {
		if path == "" {
			continue
		}
		data, err := read(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := l.take(path, data, i == 1 && beside != users); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: is no file", path)
	case info.Size() > mostBytes:
		return nil, fmt.Errorf("%s: is larger than %d bytes", path, mostBytes)
	}
	return os.ReadFile(path)
}

// take reads a file over what is there.
func (l *Loaded) take(path string, data []byte, foreign bool) error {
	meta, err := toml.Decode(string(data), &l.Config)
	if syntax := (toml.ParseError{}); errors.As(err, &syntax) {
		return fmt.Errorf("%s:%d: %s", path, syntax.Position.Line, syntax.Message)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		name := key[len(key)-1]
		said := fmt.Sprintf("%s:%d: there is no %q", path, lineOf(data, key), key.String())
		if near, ok := language.Nearest(name, known(key[:len(key)-1])); ok {
			said += fmt.Sprintf("; the nearest is %q", near)
		}
		return errors.New(said)
	}
	for _, key := range meta.Keys() {
		if meta.Type(key...) == "Hash" {
			continue
		}
		if foreign && key[0] == "archive" {
			return fmt.Errorf("%s:%d: a file beside texts may not say how to reach an archive: that belongs into your own %s", path, lineOf(data, key), Name)
		}
		l.From[key.String()] = path
	}
	for _, pattern := range l.Boilerplate {
		if _, err := regexp.Compile(pattern); err != nil {
			return fmt.Errorf("%s:%d: boilerplate: %w", path, lineOf(data, toml.Key{"boilerplate"}), err)
		}
	}
	return nil
}

// lineOf is the line on which a key is said, from 1; that of its table when it cannot be told.
func lineOf(data []byte, key toml.Key) int {
	table, line := "", 1
	for i, text := range strings.Split(string(data), "\n") {
		text = strings.TrimSpace(text)
		if head, ok := strings.CutPrefix(text, "["); ok {
			table = strings.Trim(strings.TrimSpace(head), "[] ")
			if table == strings.Join(key, ".") {
				return i + 1
			}
			continue
		}
		name, _, ok := strings.Cut(text, "=")
		name = strings.Trim(strings.TrimSpace(name), `"'`)
		if ok && strings.TrimPrefix(table+"."+name, ".") == strings.Join(key, ".") {
			return i + 1
		}
		if strings.Join(key[:len(key)-1], ".") == table {
			line = i + 1
		}
	}
	return line
}

// known is the names that can stand in a table.
func known(table toml.Key) []string {
	t := reflect.TypeFor[Config]()
	for _, name := range table {
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == name && t.Field(i).Type.Kind() == reflect.Struct {
				t = t.Field(i).Type
				break
			}
		}
	}
	var names []string
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("toml"))
	}
	return names
}

// Beside is where a configuration lies beside what paths name: in the first folder, or that of the first file; "" for none.
func Beside(paths []string) string {
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			continue
		case info.IsDir():
			return filepath.Join(path, Name)
		}
		return filepath.Join(filepath.Dir(path), Name)
	}
	return ""
}
