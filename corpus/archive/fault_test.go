package archive

import (
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/source"
)

const secret = "s3cr3t-word"

// posing is a server that poses as an archive: it says what its fields are, and answers everything else as it is told.
func posing(t *testing.T, answer http.HandlerFunc) Options {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		switch {
		case strings.Contains(r.URL.Path, "_field_caps"):
			fmt.Fprint(w, `{"indices":["r"],"fields":{"text":{"text":{"type":"text"}},"published":{"text":{"type":"text"}}}}`)
		case strings.Contains(r.URL.Path, "point_in_time"):
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `{"error":{"type":"security_exception","reason":"no permissions"},"status":403}`)
		default:
			answer(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return Options{URLs: []string{s.URL}, Index: "r", User: "reader", Password: secret, Deadline: 3 * time.Second}
}

// says is the error of finding, and checks that it holds no secret.
func says(t *testing.T, o Options) string {
	t.Helper()
	a, err := Open(context.Background(), o)
	if err == nil {
		for _, e := range a.Find(context.Background(), Query{Words: "weir"}) {
			err = e
		}
	}
	if err == nil {
		return ""
	}
	if strings.Contains(err.Error(), secret) {
		t.Errorf("the password is in the error: %v", err)
	}
	return err.Error()
}

const nothing = `{"_shards":{"total":5,"successful":5,"failed":0},"hits":{"total":{"value":0,"relation":"eq"},"hits":[]}}`

// TestFaults: whatever the archive answers, the reader is told in a plain line.
func TestFaults(t *testing.T) {
	fail := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			fmt.Fprint(w, body)
		}
	}
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"nothing found": {fail(200, nothing), ""},
		"401":           {fail(401, "Unauthorized"), "does not know the user, or the password is wrong (401)"},
		"403":           {fail(403, `{"error":{"type":"security_exception","reason":"no permissions for [x]"},"status":403}`), "the user may not do that (403)"},
		"404":           {fail(404, `{"error":{"type":"index_not_found_exception","reason":"no such index [r]"},"status":404}`), "has no such index (404)"},
		"429":           {fail(429, `{"error":{"type":"rejected","reason":"queue is full"},"status":429}`), "has too much to do (429), also after several attempts"},
		"503":           {fail(503, `{"error":{"type":"cluster_block_exception","reason":"no cluster manager"},"status":503}`), "is not ready (503), also after several attempts"},
		"400":           {fail(400, `{"error":{"type":"x","reason":"field [a] is odd"},"status":400}`), "refused (400): field [a] is odd"},
		"no JSON":       {fail(200, "<html>hello</html>"), "what it answered cannot be read"},
		"broken off": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, `{"hits"`)
		}, "broke off"},
		"endless": {func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, `{"hits":{"hits":["`)
			blank := strings.Repeat("x", 1<<20)
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, blank); err != nil {
					return
				}
			}
		}, "answered with more than"},
		"silent": {func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "did not answer within 3s"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := says(t, posing(t, c.answer))
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}

// TestShards: an answer that is not of all of the index says so.
func TestShards(t *testing.T) {
	o := posing(t, func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, strings.Replace(nothing, `"successful":5,"failed":0`, `"successful":4,"failed":1`, 1))
	})
	a, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if _, found := all(t, a, Query{}); found.Shards != "4 of 5 shards answered" {
		t.Errorf("it says %q", found.Shards)
	}
	if _, err := a.Fetch(context.Background(), "", []string{"x"}); err == nil || !strings.Contains(err.Error(), "4 of 5 shards answered") {
		t.Errorf("what was not looked for is said to be gone: %v", err)
	}
	if _, err := a.ask(Query{Filter: source.Filter{Since: day("2022")}}); err == nil || !strings.Contains(err.Error(), "published is no date") {
		t.Errorf("dates that are texts: %v", err)
	}
}

// TestPatience: a shard that does not answer is waited for once, and not again at every page.
func TestPatience(t *testing.T) {
	asked := 0
	page := strings.TrimSuffix(strings.Repeat(`{"_index":"r","_id":"%d","_source":{"text":"The weir burst."},"sort":[1]},`, page), ",")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch {
		case strings.Contains(r.URL.Path, "_field_caps"):
			fmt.Fprint(w, `{"fields":{"text":{"text":{"type":"text"}}}}`)
		case strings.Contains(r.URL.Path, "point_in_time"):
			fmt.Fprint(w, `{"pit_id":"p"}`)
		default:
			asked++
			hits := page
			if asked > attempts {
				hits = "" // the second page
			}
			fmt.Fprintf(w, `{"_shards":{"total":5,"successful":4,"failed":1},"hits":{"total":{"value":100,"relation":"eq"},"hits":[%s]}}`, hits)
		}
	}))
	defer s.Close()
	a, err := Open(context.Background(), Options{URLs: []string{s.URL}, Index: "r", Deadline: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if _, found := all(t, a, Query{}); found.Shards != "4 of 5 shards answered" || asked != attempts+1 {
		t.Errorf("asked %d times, and it says %q", asked, found.Shards)
	}
}

// TestBusy: what passes is tried again.
func TestBusy(t *testing.T) {
	asked := 0
	o := posing(t, func(w http.ResponseWriter, _ *http.Request) {
		if asked++; asked < 4 {
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		fmt.Fprint(w, nothing)
	})
	if got := says(t, o); got != "" || asked != 4 {
		t.Errorf("asked %d times: %s", asked, got)
	}
}

// TestAddresses: what is no address is refused before anything is asked, and a password in one is never repeated.
func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://reader:" + secret + "@archive.example:9200": "holds a user or a password",
		"archive.example:9200":                               "is no address of an archive",
		"ftp://archive.example":                              "is no address of an archive",
		"https://%zz":                                        "cannot be read",
		"http://127.0.0.1:1":                                 "the connection is refused",
		"http://nowhere.invalid:9200":                        "there is no host of the name nowhere.invalid",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			got := says(t, Options{URLs: []string{address}, Index: "r", Password: secret, Deadline: 5 * time.Second})
			if !strings.Contains(got, want) {
				t.Errorf("%s: it says %q, want %q", address, got, want)
			}
		})
	}
}

// TestCertificates: a certificate that nobody trusts is refused, unless its authority is named.
func TestCertificates(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if strings.Contains(r.URL.Path, "_field_caps") {
			fmt.Fprint(w, `{"fields":{"text":{"text":{"type":"text"}}}}`)
			return
		}
		fmt.Fprint(w, nothing)
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	o := Options{URLs: []string{s.URL}, Index: "r", Deadline: 5 * time.Second}
	if got := says(t, o); !strings.Contains(got, "--archive-ca FILE names the authority") {
		t.Errorf("it says %q", got)
	}
	o.CA = filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(o.CA, []byte("Dear reader,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := says(t, o); !strings.Contains(got, "holds no certificate in PEM form") {
		t.Errorf("it says %q", got)
	}
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if err := os.WriteFile(o.CA, authority, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := says(t, o); got != "" {
		t.Errorf("it says %q", got)
	}
}

// TestCancelled: esc ends the waiting at once.
func TestCancelled(t *testing.T) {
	asked := make(chan bool, 10)
	o := posing(t, func(_ http.ResponseWriter, r *http.Request) {
		asked <- true
		<-r.Context().Done()
	})
	a, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-asked
		cancel()
	}()
	for _, err := range a.Find(ctx, Query{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("it says %v", err)
		}
	}
}

// TestRefusedReports: a report that the archive refuses is named, and the others are pushed.
func TestRefusedReports(t *testing.T) {
	o := posing(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"errors":true,"items":[{"create":{"status":201}},{"create":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"no date"}}},
			{"create":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"exists"}}}]}`)
	})
	a, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.Push(context.Background(), slices.Values(wire()[:3]), nil)
	if err != nil || p.New != 1 || p.Known != 1 || len(p.Failed) != 1 || !strings.Contains(p.Failed[0].Error(), "refused by the archive: no date") {
		t.Errorf("pushed %+v, %v", p, err)
	}
}

// TestParseFields reads mappings as they are typed.
func TestParseFields(t *testing.T) {
	f, err := ParseFields(" title = meta.headline ,text=body,url=-")
	if want := (Fields{Title: "meta.headline", Text: "body", URL: "-"}); err != nil || f != want {
		t.Errorf("%+v, %v", f, err)
	}
	if full := f.orOurs(); full.URL != "" || full.Outlet != "outlet" {
		t.Errorf("filled up: %+v", full)
	}
	for _, wrong := range []string{"headline=title", "text", "text="} {
		if _, err := ParseFields(wrong); err == nil {
			t.Errorf("%q is a mapping", wrong)
		}
	}
}
