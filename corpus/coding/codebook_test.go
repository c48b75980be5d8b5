package coding

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/report"
)

func TestReadCodebook(t *testing.T) {
	want := Codebook{{"casualties", "Numbers of dead, or wounded."}, {"weather", ""}}
	for _, c := range []struct {
		name, text string
		want       Codebook
		wrong      string
	}{
		{"book.csv", "\uFEFFName,Definition\r\ncasualties,\"Numbers of dead, or wounded.\"\r\nweather\r\n", want, ""},
		{"bare.csv", "casualties, \"Numbers of dead, or wounded.\"\n\nweather,\n", want, ""},
		{"book.toml", "[[tag]]\nname = \"casualties\"\ndefinition = \"Numbers of dead, or wounded.\"\n[[tag]]\nname = \" weather \"\n", want, ""},
		{"twice.csv", "weather,a\nweather,b\n", nil, "line 2"},
		{"comma.csv", "name,definition\nweather,rain, snow\n", nil, "line 2: there are 3 columns"},
		{"nameless.csv", "a,b\n,c\n", nil, "line 2: the tag has no name"},
		{"quote.csv", "a,\"b\n", nil, "line"},
		{"empty.csv", "name,definition\n", nil, "no tag"},
		{"nameless.toml", "[[tag]]\ndefinition = \"x\"\n", nil, "[[tag]] 1"},
		{"unknown.toml", "[[tag]]\nname = \"a\"\nmeaning = \"x\"\n", nil, "tag.meaning"},
		{"broken.toml", "[[tag]\n", nil, "broken.toml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := ReadCodebook(path, report.Limits{})
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) || !strings.HasPrefix(err.Error(), path) {
					t.Fatalf("got %v, want %s", err, c.wrong)
				}
				return
			}
			if err != nil || !reflect.DeepEqual(got, c.want) {
				t.Fatalf("got %+v, %v", got, err)
			}
		})
	}
	if _, err := ReadCodebook(filepath.Join(t.TempDir(), "none.csv"), report.Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}
