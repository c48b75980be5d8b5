package archive

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/opensearch-project/opensearch-go/v4"
	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

// late is why a request that took too long ended.
type late struct{ after time.Duration }

func (l late) Error() string { return fmt.Sprintf("did not answer within %v", l.after) }

// lastStatus is the key under which a request's context keeps the status of the last answer, of several attempts.
type lastStatus struct{}

// within gives a request the deadline.
func (a *Archive) within(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(context.WithValue(ctx, lastStatus{}, new(atomic.Int64)), a.deadline, late{a.deadline})
}

// bounded is a transport whose answers end: a node, or something that poses as one, cannot fill the memory.
type bounded struct{ http.RoundTripper }

var errLong = fmt.Errorf("answered with more than %d MiB", mostAnswer>>20)

func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		if last, ok := r.Context().Value(lastStatus{}).(*atomic.Int64); ok {
			last.Store(int64(resp.StatusCode))
		}
		resp.Body = &rest{resp.Body, mostAnswer}
	}
	return resp, err
}

// rest is the body of an answer, of which so many bytes may still come.
type rest struct {
	io.ReadCloser
	left int64
}

func (r *rest) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errLong
	}
	n, err := r.ReadCloser.Read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	return n, err
}

// explain says in plain words why a request failed, with the archive's name before it.
func (a *Archive) explain(ctx context.Context, err error, answer opensearchapi.Inspect) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", a.Name(), a.reason(ctx, err, answer.Response))
}

func (a *Archive) reason(ctx context.Context, err error, answer *opensearch.Response) error {
	if cause := context.Cause(ctx); cause != nil {
		if last, ok := ctx.Value(lastStatus{}).(*atomic.Int64); ok && last.Load() >= 400 && !errors.Is(cause, context.Canceled) {
			return status(int(last.Load()), nil) // it did answer, each time that it was busy
		}
		return cause
	}
	if answer != nil && answer.StatusCode >= 400 {
		return status(answer.StatusCode, err)
	}
	var unknown x509.UnknownAuthorityError
	var wrongName x509.HostnameError
	var invalid x509.CertificateInvalidError
	var lookup *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &unknown):
		return errors.New("its certificate is signed by an authority that is not trusted here: --archive-ca FILE names the authority")
	case errors.As(err, &wrongName):
		return errors.New("its certificate is for another name")
	case errors.As(err, &invalid):
		return errors.New("its certificate is not valid: " + invalid.Error())
	case errors.As(err, &lookup):
		return fmt.Errorf("there is no host of the name %s", lookup.Name)
	case errors.Is(err, errRefused):
		return errors.New("nothing answers there: the connection is refused")
	case errors.Is(err, errLong):
		return errLong
	case errors.Is(err, opensearch.ErrJSONUnmarshalBody):
		return errors.New("what it answered cannot be read: is it an OpenSearch?")
	case errors.As(err, &timeout) && timeout.Timeout():
		return late{a.deadline}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, errReset):
		return errors.New("the connection broke off in the middle of an answer")
	}
	return err
}

// status is what an answer of 400 or more means for the user.
func status(code int, err error) error {
	why := ""
	if detail := (*opensearch.StructError)(nil); errors.As(err, &detail) {
		why = detail.Err.Reason
	}
	said := ""
	switch code {
	case http.StatusUnauthorized:
		said = "does not know the user, or the password is wrong (401)"
	case http.StatusForbidden:
		return errors.New("the user may not do that (403)")
	case http.StatusNotFound:
		said = "has no such index (404)"
	case http.StatusTooManyRequests:
		said = "has too much to do (429), also after several attempts"
	case http.StatusRequestEntityTooLarge:
		said = "finds the request too large (413)"
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		said = fmt.Sprintf("is not ready (%d), also after several attempts", code)
	default:
		said = fmt.Sprintf("refused (%d)", code)
	}
	if why != "" && code != http.StatusUnauthorized && code != http.StatusNotFound {
		said += ": " + why
	}
	return errors.New(said)
}
