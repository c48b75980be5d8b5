//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// engine poses as an OpenSearch that holds a few documents: it finds those that have every word, or those with an id. It wants
// a password, and counts what would write.
type engine struct {
	*httptest.Server
	mu    sync.Mutex
	docs  map[string]map[string]string
	wrote []string
}

const archivePassword = "tr0ub4dor-of-the-weir"

func newEngine(t *testing.T) *engine {
	t.Helper()
	e := &engine{docs: map[string]map[string]string{
		"1": {"title": "Weir bursts at Aldmouth", "outlet": "Ald Courier", "published": "2022-03-09", "text": "The weir at Aldmouth burst on Wednesday and forty homes were flooded. The harbour master Jane Pell said that nobody was hurt."},
		"2": {"title": "Forty homes under water", "outlet": "Bay Post", "published": "2022-03-10", "text": "Forty homes were flooded when the weir at Aldmouth burst on Wednesday. Rescuers carried families to the school."},
		"3": {"title": "Aldmouth counts the cost", "outlet": "Coast Times", "published": "2022-03-10", "text": "Aldmouth counted forty flooded homes on Thursday after its weir burst. The bread ran out."},
		"4": {"title": "Dockers strike", "outlet": "Bay Post", "published": "2022-03-12", "text": "The dockers' union began a strike on Saturday. No ship was unloaded in the port."},
	}}
	e.Server = httptest.NewServer(http.HandlerFunc(e.answer))
	t.Cleanup(e.Close)
	return e
}

func (e *engine) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if user, password, _ := r.BasicAuth(); user != "reader" || password != archivePassword {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var body struct {
		Query json.RawMessage
		Size  int
		Aggs  json.RawMessage
	}
	_ = json.NewDecoder(r.Body).Decode(&body)
	switch {
	case strings.Contains(r.URL.Path, "_field_caps"):
		fmt.Fprint(w, `{"fields":{"text":{"text":{"type":"text"}},"title":{"text":{"type":"text"}},"outlet":{"keyword":{"type":"keyword"}},"published":{"date":{"type":"date"}}}}`)
	case strings.Contains(r.URL.Path, "point_in_time"):
		fmt.Fprint(w, `{"pit_id":"p"}`)
	case strings.HasSuffix(r.URL.Path, "_search"):
		e.search(w, string(body.Query), body.Size, body.Aggs != nil)
	default:
		e.mu.Lock()
		e.wrote = append(e.wrote, r.Method+" "+r.URL.Path)
		e.mu.Unlock()
	}
}

func (e *engine) search(w http.ResponseWriter, query string, size int, counted bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var asked struct {
		Bool struct {
			Must []struct {
				Words struct{ Query string } `json:"simple_query_string"`
			}
		}
		IDs struct{ Values []string }
	}
	_ = json.Unmarshal([]byte(query), &asked)
	var hits []string
	for _, id := range []string{"1", "2", "3", "4"} {
		doc, ok := e.docs[id]
		for _, must := range asked.Bool.Must {
			for _, word := range strings.Fields(must.Words.Query) {
				ok = ok && strings.Contains(strings.ToLower(doc["text"]), word)
			}
		}
		if strings.Contains(query, `"ids"`) {
			ok = ok && strings.Contains(query, `"`+id+`"`)
		}
		if ok && len(hits) < size {
			source, _ := json.Marshal(doc)
			hits = append(hits, fmt.Sprintf(`{"_index":"reports","_id":%q,"_source":%s,"sort":[1,1,%q]}`, id, source, id))
		}
	}
	counts := ""
	if counted {
		counts = `,"aggregations":{"days":{"buckets":[{"key_as_string":"2022-03-09","doc_count":1},{"key_as_string":"2022-03-10","doc_count":2}]},"outlets":{"buckets":[{"key":"Bay Post","doc_count":1}]}}`
	}
	fmt.Fprintf(w, `{"_shards":{"total":1,"successful":1},"hits":{"total":{"value":%d,"relation":"eq"},"hits":[%s]}%s}`, len(hits), strings.Join(hits, ","), counts)
}

// change changes or, with no text, deletes a document.
func (e *engine) change(id, text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.docs, id)
	if text != "" {
		e.docs[id] = map[string]string{"title": "Weir", "outlet": "Ald Courier", "text": text}
	}
}

// TestArchive asks an archive, marks what it finds, asks for more, and prints and verifies the brief when the archive is out of
// reach. The password is nowhere, and nothing is written.
func TestArchive(t *testing.T) {
	e := newEngine(t)
	t.Setenv("PARALLAX_ARCHIVE_PASSWORD", archivePassword)
	state := t.TempDir()
	at := []string{"--archive", e.URL, "--archive-user", "reader"}
	p := sit(t, state, append(at, "weir", "homes")...)
	p.sees("Weir bursts at Aldmouth")
	p.sees("3 outlets")
	p.types("3Gm", "saved, u undoes")
	p.types("2Gm", "saved, u undoes")
	p.types(":archive strike\r", "1 new; ")
	p.types("gs", "4 read, 0 passed over")
	p.sees("in the archive")
	p.sees("most 2022-03-10, 2")
	p.types("\x1b", "2/3")
	if text, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.Process().Pid)); err == nil && strings.Contains(string(text), archivePassword) {
		t.Error("the password is in the list of processes")
	}
	p.quits("")

	if list := prints(t, state, 0, "sessions"); !strings.Contains(list, "_search?q=weir+homes") {
		t.Errorf("the session is not listed with its query:\n%s", list)
	}
	for _, c := range [][2]string{
		{"", "is not in the archive any more"},
		{"The weir at Aldmouth burst, and fifty homes were flooded.", "has another text in the archive now than when something was marked in it"},
	} {
		e.change("1", c[0])
		p = sit(t, state, append(at, "weir", "homes")...)
		p.sees("1 unreadable") // what was read further comes to the reading screen, not to a list that is open
		p.types("gl", "1 unreadable")
		p.types("G", c[1])
		p.types("\x1b", "c claims")
		p.quits("")
	}
	verified := append([]string{"verify", exportedBrief(t, state)}, at...)
	for text, said := range map[string]string{
		"The weir at Aldmouth held on Wednesday.": "has another text in the archive now",
		"": "is not in the archive any more",
	} {
		e.change("1", text)
		if out := prints(t, state, 2, verified...); !strings.Contains(out, "2 found") {
			t.Errorf("verify says\n%s", out)
		}
		if complaints := complaintsOf(t, state, verified...); !strings.Contains(complaints, said) {
			t.Errorf("verify does not say %q but %s", said, complaints)
		}
	}
	e.Close()
	if out := prints(t, state, 0, "verify", exportedBrief(t, state)); !strings.Contains(out, "sealed: unchanged since export") {
		t.Errorf("without the archive verify says\n%s", out)
	}
	p = sit(t, state, "--session", "weir-homes")
	p.sees("◆The weir at Aldmouth burst on Wednesday")
	p.sees("3 outlets")
	p.quits("")
	if len(e.wrote) > 0 {
		t.Errorf("sent to the archive: %v", e.wrote)
	}
	if err := filepath.WalkDir(state, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if data, err := os.ReadFile(path); err != nil || strings.Contains(string(data), archivePassword) {
				t.Errorf("%s holds the password, or cannot be read: %v", path, err)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// exportedBrief exports the session that TestArchive keeps, from what is kept here alone.
func exportedBrief(t *testing.T, state string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "brief.md")
	prints(t, state, 0, "brief", "weir-homes", "-o", file)
	return file
}

// complaintsOf runs the program and returns what it says on standard error.
func complaintsOf(t *testing.T, state string, args ...string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: self, Args: append([]string{"parallax"}, args...), Env: append(os.Environ(), "XDG_STATE_HOME="+state, "XDG_CACHE_HOME="+state, "XDG_CONFIG_HOME="+state)}
	var said strings.Builder
	cmd.Stderr = &said
	_ = cmd.Run()
	return said.String()
}

// TestArchiveFaults: what is wrong with an archive is a clear line, exit status 2, and never the password.
func TestArchiveFaults(t *testing.T) {
	e := newEngine(t)
	state := t.TempDir()
	for want, args := range map[string][]string{
		"does not know the user, or the password is wrong (401)": {"claims", "--archive", e.URL, "weir"},
		"no password for reader: put it into the environment":    {"claims", "--archive", e.URL, "--archive-user", "reader", "weir"},
		"holds a user or a password":                             {"claims", "--archive", strings.Replace(e.URL, "://", "://reader:"+archivePassword+"@", 1), "weir"},
		"is no date: write it as 2022-03-09":                     {"claims", "--archive", e.URL, "--since", "yesterday", "weir"},
		"is no mapping of a field":                               {"claims", "--archive", e.URL, "--archive-fields", "body", "weir"},
		"say which archive":                                      {"archive", "push", "reports/"},
		"the command for the archive's password failed":          {"claims", "--archive", e.URL, "--archive-user", "reader", "--archive-password-command", "exit 3", "weir"},
		"its reports are in an archive: name it with --archive":  {"claims", e.URL + "/reports/_search?q=weir"},
	} {
		prints(t, state, 2, args...)
		if said := complaintsOf(t, state, args...); !strings.Contains(said, want) || strings.Contains(said, archivePassword) {
			t.Errorf("%v says %q, want %q", args, said, want)
		}
	}
	e.change("4", "The dockers\x1b]0;x\a struck.\u202e")
	if out := prints(t, state, 0, "read", "--archive", e.URL, "--archive-user", "reader", "--archive-password-command", "echo "+archivePassword, "struck"); !strings.Contains(out, "The dockers") || strings.ContainsAny(out, "\x1b\u202e") {
		t.Errorf("a hostile text leaves as %q", out)
	}
	if out := prints(t, state, 1, "claims", "--archive", e.URL, "--archive-user", "reader", "--archive-password-command", "echo "+archivePassword, "zyx"); out != "" {
		t.Errorf("what is not there: %q", out)
	}
	out := prints(t, state, 0, "claims", "--archive", e.URL, "--archive-user", "reader", "--archive-password-command", "echo "+archivePassword, "weir")
	if !strings.Contains(out, "Ald Courier") {
		t.Errorf("with a command for the password: %s", out)
	}
}

// sockets is how many of a program's open files are sockets.
func sockets(t *testing.T, pid int) (n int) {
	t.Helper()
	folder := fmt.Sprintf("/proc/%d/fd", pid)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Skip("this system has no /proc that tells which sockets a program has open")
	}
	for _, e := range entries {
		if to, err := os.Readlink(filepath.Join(folder, e.Name())); err == nil && strings.HasPrefix(to, "socket:") {
			n++
		}
	}
	return n
}

// TestNoSocket: without --archive no socket is opened, whatever the files refer to and the reader does; with it there is one,
// or this test would see none of those either.
func TestNoSocket(t *testing.T) {
	e := newEngine(t)
	folder, state := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"a.html": `<!DOCTYPE html><html><head><link rel="stylesheet" href="` + e.URL + `/a.css"><title>Weir</title></head><body><article><h1>Weir bursts at Aldmouth</h1><p>The weir at Aldmouth burst on Wednesday and forty homes were flooded.</p><img src="` + e.URL + `/a.png"></article></body></html>`,
		"b.txt":  "Forty homes under water\n\nForty homes were flooded when the weir at Aldmouth burst on Wednesday. See " + e.URL + "/b.\n",
		"c.xml":  `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "` + e.URL + `/a.dtd"><rss version="2.0"><channel><title>Coast Times</title><item><title>Weir</title><link>` + e.URL + `/c</link><description>The weir at Aldmouth burst, and forty homes were flooded on Wednesday.</description></item></channel></rss>`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := sit(t, state, folder)
	p.types("jm", "saved, u undoes")
	p.types("R", "nothing is new")
	p.types(":archive weir\r", "these reports are in no archive")
	p.types("/weir", "of 5")
	if n := sockets(t, p.Process().Pid); n > 0 {
		t.Errorf("%d sockets are open", n)
	}
	p.types("\x1b", "c claims")
	p.quits("")

	t.Setenv("PARALLAX_ARCHIVE_PASSWORD", archivePassword)
	p = sit(t, state, "--archive", e.URL, "--archive-user", "reader", "weir")
	if sockets(t, p.Process().Pid) == 0 {
		t.Error("an archive is asked without a socket")
	}
	p.quits("")
}
