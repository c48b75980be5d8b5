// Package archive reads reports from a search engine that a newsroom has: OpenSearch 2 and 3, through its own client. Call
// [Open] with an address, then [Archive.Find] with a [Query]; what travels is a few thousand reports at most, and stories
// and links are found here, in what came. Reading writes nothing; only [Archive.Init] and [Archive.Push] do.
//
// Nothing here is called, and no socket is opened, unless the user named an archive.
package archive

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/opensearch-project/opensearch-go/v4"
	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

// Options says where an archive is and how it is read.
type Options struct {
	URLs     []string      // of the cluster's nodes, as https://archive.example:9200; one will do
	Index    string        // its name, or a pattern of several
	User     string        // "" for none
	Password string        // never kept, printed or put into an error
	CA       string        // a PEM file of the authority that signed the nodes' certificates; "" for those that the system trusts
	Fields   Fields        // what the index calls things; the zero Fields are those of Init
	Deadline time.Duration // for an answer, repeated attempts included; 0 for 30 s
	Bytes    int64         // of a report's text; 0 for 8 MiB
}

// Archive is an index that can be asked. Its methods may be called at once.
type Archive struct {
	client   *opensearchapi.Client
	base     string // the first address, without anything secret
	index    string
	fields   Fields
	kinds    kinds // what the index makes of them
	deadline time.Duration
	bytes    int64
}

const (
	defaultDeadline = 30 * time.Second
	defaultBytes    = 8 << 20
	attempts        = 6        // at a request that failed for a reason that passes
	mostAnswer      = 96 << 20 // bytes of one answer
)

// Open connects to an archive and looks at what its index calls things; it fails when nothing answers within the deadline,
// when the user may not read the index, or when there is none.
func Open(ctx context.Context, o Options) (*Archive, error) {
	a, err := connect(o)
	if err != nil {
		return nil, err
	}
	if err := a.look(ctx); err != nil {
		return nil, err
	}
	return a, nil
}

// connect is Open without a word to the archive.
func connect(o Options) (*Archive, error) {
	if len(o.URLs) == 0 || o.Index == "" {
		return nil, errors.New("an archive needs an address and the name of an index")
	}
	for i, address := range o.URLs {
		clean, err := checked(address)
		if err != nil {
			return nil, err
		}
		o.URLs[i] = clean
	}
	secure, err := trusting(o.CA)
	if err != nil {
		return nil, err
	}
	a := &Archive{base: o.URLs[0], index: o.Index, fields: o.Fields.orOurs(), deadline: o.Deadline, bytes: o.Bytes}
	if a.deadline <= 0 {
		a.deadline = defaultDeadline
	}
	if a.bytes <= 0 {
		a.bytes = defaultBytes
	}
	plain := http.DefaultTransport.(*http.Transport).Clone()
	plain.TLSClientConfig = secure
	plain.ResponseHeaderTimeout = a.deadline
	a.client, err = opensearchapi.NewClient(opensearchapi.Config{Client: opensearch.Config{
		Addresses:     o.URLs,
		Username:      o.User,
		Password:      o.Password,
		Transport:     bounded{plain},
		MaxRetries:    attempts - 1,
		RetryOnStatus: []int{http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout},
		RetryBackoff:  backoff,
	}})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.base, err)
	}
	return a, nil
}

// checked is an address that can be asked and shown. One with a password in it is refused: it would stand in the list of
// processes, in the shell's history and in what is kept.
func checked(address string) (string, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return "", errors.New("the archive's address cannot be read: it is written as https://archive.example:9200")
	case u.User != nil:
		return "", errors.New("the archive's address holds a user or a password: name the user with --archive-user, and give the password in the environment")
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return "", fmt.Errorf("%s is no address of an archive: it is written as https://archive.example:9200", address)
	}
	return strings.TrimRight(u.Scheme+"://"+u.Host+u.Path, "/"), nil
}

// trusting is the TLS configuration that trusts the authority in a PEM file, or those of the system. Certificates are
// always verified.
func trusting(ca string) (*tls.Config, error) {
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	if ca == "" {
		return c, nil
	}
	pem, err := os.ReadFile(ca)
	if err != nil {
		return nil, err
	}
	c.RootCAs = x509.NewCertPool()
	if !c.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("%s: holds no certificate in PEM form", ca)
	}
	return c, nil
}

// backoff is how long to wait before an attempt, counted from 1: 0.1 s, doubled each time, and up to half as much again, so
// that many programs do not come back at once.
func backoff(attempt int) time.Duration {
	wait := 100 * time.Millisecond << min(max(0, attempt-1), 6)
	return wait + rand.N(wait/2)
}

// Name is the archive and its index, for messages: "https://archive.example:9200/reports".
func (a *Archive) Name() string { return a.base + "/" + a.index }
