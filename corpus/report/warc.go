package report

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A web archive (ISO 28500) is records one behind the other: some headers, then so many bytes. What a server answered is in
// records of the kinds response and resource; the others say how it was fetched. Here the whole archive is in memory, so
// a record is a slice of it, and nothing is left to be streamed: that is why no library for archives of terabytes is used.

func tellWARC(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("WARC/1.")) }

func readWARC(in *input) ([]draft, error) {
	var drafts []draft
	rest := in.Data
	for number := 1; ; number++ {
		rest = bytes.TrimLeft(rest, "\r\n")
		if len(rest) == 0 || in.ctx.Err() != nil {
			return drafts, nil
		}
		header, block, after, err := record(rest)
		if err != nil {
			return drafts, fmt.Errorf("record %d: %w", number, err)
		}
		rest = after
		address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
		var body []byte
		switch header.Get("WARC-Type") {
		case "response":
			var kind string
			if body, kind, err = in.answered(block); err != nil {
				in.problem("#"+address, err)
				continue
			}
			if !textual(kind) {
				in.pass("#"+address, errors.New("is "+kind))
				continue
			}
		case "resource":
			if !strings.HasPrefix(address, "metadata:") { // how wget was called, and what it said
				body = block
			}
		default:
			continue
		}
		if body == nil {
			continue
		}
		got, err := in.entry("#"+address, nameOf(address), 0, bytes.NewReader(body))
		for i := range got {
			got[i].facts = got[i].facts.Or(Facts{URL: Fact{address, "warc"}})
		}
		drafts = append(drafts, got...)
		if err != nil {
			return drafts, err
		}
	}
}

// record is the headers and the block of the record that data begins with, and what follows it.
func record(data []byte) (header textproto.MIMEHeader, block, after []byte, err error) {
	if !bytes.HasPrefix(data, []byte("WARC/")) {
		return nil, nil, nil, errors.New("does not begin as a record does")
	}
	end, gap := bytes.Index(data, []byte("\r\n\r\n")), 4
	if end < 0 {
		return nil, nil, nil, errors.New("is cut short")
	}
	_, lines, _ := bytes.Cut(data[:end+gap], []byte("\r\n"))
	header, err = textproto.NewReader(bufio.NewReader(bytes.NewReader(lines))).ReadMIMEHeader()
	if err != nil {
		return nil, nil, nil, errors.New("has damaged headers")
	}
	length, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil || length < 0 || length > len(data)-end-gap {
		return nil, nil, nil, errors.New("is cut short, or says a wrong length")
	}
	block = data[end+gap:][:length]
	return header, block, data[end+gap+length:], nil
}

// textual reports whether an answer of a kind may hold a report: what a page is drawn with is no text of its own.
func textual(kind string) bool {
	switch {
	case kind == "", strings.HasPrefix(kind, "application/vnd.o"), strings.HasSuffix(kind, "+xml") && kind != "image/svg+xml":
		return true
	}
	return slices.Contains([]string{"text/html", "text/plain", "text/markdown", "text/xml", "application/xml", "application/pdf", "application/rtf", "text/rtf", "application/feed+json", "application/octet-stream", "message/rfc822"}, kind)
}

// answered is the body of a server's answer and its kind; no body when the answer is none that holds a text.
func (in *input) answered(block []byte) (data []byte, kind string, err error) {
	r, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return nil, "", errors.New("is no answer of a web server")
	}
	defer r.Body.Close()
	kind, _, _ = strings.Cut(strings.ToLower(r.Header.Get("Content-Type")), ";")
	kind = strings.TrimSpace(kind)
	if r.StatusCode != http.StatusOK {
		return nil, kind, nil
	}
	var body io.Reader = r.Body
	switch encoding := strings.ToLower(r.Header.Get("Content-Encoding")); encoding {
	case "", "identity":
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(body)
		if err != nil {
			return nil, kind, errors.New("is compressed and damaged")
		}
		body = z
	case "deflate":
		body = flate.NewReader(body)
	default:
		return nil, kind, fmt.Errorf("is compressed as %s, which is not read", encoding)
	}
	data, err = io.ReadAll(io.LimitReader(body, in.limits.Bytes+1))
	if err != nil && len(data) == 0 {
		return nil, kind, errors.New("is compressed and damaged")
	}
	return data, kind, nil
}

// nameOf is what a page's address says its file is called.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	base := path.Base(u.Path)
	if base == "/" || base == "." {
		return u.Host
	}
	return base
}
