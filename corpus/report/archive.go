package report

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strings"
)

// Files in a file are read as if they lay in a folder, each by its own format, under the path "archive.zip!folder/name".
// What they may take together is bounded by Limits: a small archive can hold thousands of times its size. Sizes that an
// archive states are believed only where they speak against it.

func tellZip(head []byte, _ string) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

func tellGzip(head []byte, _ string) bool {
	return bytes.HasPrefix(head, []byte("\x1f\x8b\x08")) || len(head) > 10 && bytes.HasPrefix(head, []byte("BZh")) && string(head[4:10]) == "1AY&SY"
}

func tellTar(head []byte, _ string) bool {
	if len(head) < 265 {
		return false
	}
	mark := string(head[257:265])
	return mark == "ustar\x0000" || mark == "ustar  \x00" // a word of a text may stand there
}

// readZip reads a zip archive, or the document that it is: an office document and a book are zip archives too.
func readZip(in *input) ([]draft, error) {
	z, err := zip.NewReader(bytes.NewReader(in.Data), int64(len(in.Data)))
	if err != nil {
		return nil, errors.New("is a zip archive that is damaged or cut short")
	}
	for _, kind := range []struct {
		has  string
		read func(in *input, z *zip.Reader) ([]draft, error)
	}{{"word/document.xml", readDocx}, {"META-INF/container.xml", readEPUB}, {"content.xml", readODT}} {
		if f, err := z.Open(kind.has); err == nil {
			f.Close()
			return kind.read(in, z)
		}
	}
	drafts, err := in.unzipped(z)
	return in.tellFrom(drafts), err
}

// unzipped reads every file of an archive.
func (in *input) unzipped(z *zip.Reader) (drafts []draft, err error) {
	for _, f := range z.File {
		in.meet(f.Name)
		switch {
		case f.FileInfo().IsDir() || inHiding(f.Name):
			continue
		case f.Flags&1 != 0:
			in.problem("!"+f.Name, errors.New("is encrypted"))
			continue
		case f.UncompressedSize64 > uint64(in.limits.Archive):
			in.problem("!"+f.Name, fmt.Errorf("says it is %s, over the limit of %s a file: raise it with --limit-packed", Size(int64(min(f.UncompressedSize64, 1<<62))), Size(in.limits.Archive)))
			continue
		}
		r, err := f.Open()
		if err != nil {
			in.problem("!"+f.Name, fmt.Errorf("cannot be unpacked: %w", err))
			continue
		}
		inner, err := in.entry("!"+f.Name, path.Base(f.Name), int64(f.CompressedSize64), r)
		r.Close()
		drafts = append(drafts, inner...)
		if err != nil {
			return drafts, err
		}
	}
	in.missing()
	return drafts, nil
}

// readGzip reads what a compressed file holds: one file, or a tar archive.
func readGzip(in *input) ([]draft, error) {
	name := in.Name[:len(in.Name)-len(endingAsWritten(in.Name))]
	var r io.Reader = bzip2.NewReader(bytes.NewReader(in.Data))
	if in.Data[0] == 0x1f {
		z, err := gzip.NewReader(bytes.NewReader(in.Data))
		if err != nil {
			return nil, errors.New("is a gzip file that is damaged or cut short")
		}
		r = z
	}
	return in.entry("", name, int64(len(in.Data)), r)
}

func readTar(in *input) ([]draft, error) {
	drafts, err := in.untarred(tar.NewReader(bytes.NewReader(in.Data)))
	return in.tellFrom(drafts), err
}

// untarred reads every file of an archive.
func (in *input) untarred(t *tar.Reader) (drafts []draft, err error) {
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			in.missing()
			return drafts, nil
		}
		if err != nil {
			return drafts, errors.New("is a tar archive that is damaged or cut short")
		}
		if in.meet(h.Name); h.Typeflag != tar.TypeReg || inHiding(h.Name) {
			continue
		}
		inner, err := in.entry("!"+strings.TrimPrefix(h.Name, "./"), path.Base(h.Name), 0, t)
		drafts = append(drafts, inner...)
		if err != nil {
			return drafts, err
		}
	}
}

// inHiding reports whether a name in an archive is of those that are passed over in folders, or was put there by a system.
func inHiding(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return strings.HasSuffix(name, "~")
}

// spentError ends the reading of a file that has taken all it may.
type spentError struct{ error }

// A text, or a page, becomes a tenth of itself when it is packed, or a thirtieth; what becomes less than a 200th is made to
// fill the memory of whoever unpacks it.
const (
	mostPacked  = 200
	leastPacked = 1 << 20 // bytes below which nobody minds
)

// entry reads a file in the file, which was packed in so many bytes, 0 when that is not known. An error means that no
// further one is to be read; what is wrong with this one is noted.
func (in *input) entry(part, name string, packed int64, r io.Reader) ([]draft, error) {
	if in.ctx.Err() != nil {
		return nil, nil // Read says why
	}
	if !in.spent.take(in.limits.Entries) {
		return nil, spentError{fmt.Errorf("holds more than the limit of %d files: the rest was not read; raise it with --limit-files", in.limits.Entries)}
	}
	if in.depth >= in.limits.Depth {
		in.problem(part, fmt.Errorf("lies in more than the limit of %d archives: raise it with --limit-depth", in.limits.Depth))
		return nil, nil
	}
	head, err := io.ReadAll(io.LimitReader(r, HeadBytes))
	if err != nil {
		in.problem(part, fmt.Errorf("cannot be unpacked: %w", err))
		return nil, nil
	}
	lists := part != "" && (name == SourcesName || MayList(name) && TellReferences(head) != "")
	if why := Tell(name, head); why != nil && !lists {
		in.pass(part, why)
		return nil, nil
	}
	limit := in.limits.For(name, head)
	bomb := int64(math.MaxInt64)
	if packed > 0 {
		bomb = max(leastPacked, mostPacked*packed)
	}
	left := in.limits.Unpack - in.spent.add(0)
	rest, err := io.ReadAll(io.LimitReader(r, min(limit, left, bomb)-int64(len(head))+1))
	data := append(head, rest...)
	in.spent.add(len(data))
	switch {
	case int64(len(data)) > left:
		return nil, spentError{fmt.Errorf("unpacks to more than the limit of %s: the rest was not read; raise it with --limit-unpacked", Size(in.limits.Unpack))}
	case int64(len(data)) > bomb:
		in.problem(part, fmt.Errorf("unpacks to more than %d times its size, as no text does: not read", mostPacked))
		return nil, nil
	case int64(len(data)) > limit:
		in.problem(part, fmt.Errorf("is longer than the limit of %s a file: raise it with --limit", Size(limit)))
		return nil, nil
	case err != nil:
		in.problem(part, fmt.Errorf("cannot be unpacked: %w", err))
		return nil, nil
	}
	if lists {
		in.listed(part, data)
		return nil, nil
	}
	return in.inner(part, name, data)
}

// inner reads the bytes of a file in the file.
func (in *input) inner(part, name string, data []byte) ([]draft, error) {
	child := &input{File: File{Path: in.Path + part, Name: name, Data: data, Chapters: in.Chapters}, ctx: in.ctx, limits: in.limits, depth: in.depth + 1, spent: in.spent}
	drafts, err := child.drafts()
	for i := range drafts {
		d := &drafts[i]
		d.part = part + d.part
		if d.file == "" {
			d.file = name
		}
		if part != "" && d.hash == [32]byte{} {
			d.hash = sha256.Sum256(data)
		}
		d.m = nil // it leads into the file in the file
	}
	var spent spentError
	if errors.As(err, &spent) {
		return drafts, err
	}
	if err != nil {
		in.problem(part, err)
	}
	return drafts, nil
}
