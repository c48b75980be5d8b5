package session

import (
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// fakeDisk keeps files in memory and knows what of them would survive a loss of power: the bytes that were synced under
// the names that their folder was synced with.
type fakeDisk struct {
	mu       sync.Mutex
	names    map[string]*fakeFile // as programs see them
	durable  map[string]*fakeFile // as they survive
	locks    map[string]*fakeLock
	ops      int
	dieAt    int                         // every operation from this one on fails; 0: none
	fail     func(op, path string) error // may be nil
	room     map[string]int              // bytes that still fit, by folder; without an entry there is no end
	deafFile bool                        // Sync does nothing
	deafName bool                        // SyncFolder does nothing
	handles  int
}

// fakeFile is a file's bytes, those that survive, and what was done since.
type fakeFile struct {
	live, kept []byte
	open       bool
	since      []fakeWrite
}

// fakeWrite is a write, or with data nil a truncation to off.
type fakeWrite struct {
	off  int64
	data []byte
}

var errDead = errors.New("the power is out")

// folderOf is the folder of a name on the fake disk, which has slashes on every system.
func folderOf(name string) string { return filepath.ToSlash(filepath.Dir(name)) }

func newFakeDisk() *fakeDisk {
	return &fakeDisk{names: map[string]*fakeFile{}, durable: map[string]*fakeFile{}, locks: map[string]*fakeLock{}, room: map[string]int{}}
}

// op counts an operation. The caller holds mu.
func (d *fakeDisk) op(op, path string) error {
	d.ops++
	if d.dieAt > 0 && d.ops >= d.dieAt {
		return errDead
	}
	if d.fail != nil {
		return d.fail(op, path)
	}
	return nil
}

func (d *fakeDisk) Read(path string) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("read", path); err != nil {
		return nil, err
	}
	f := d.names[path]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	return append([]byte{}, f.live...), nil
}

func (d *fakeDisk) Edit(path string) (editable, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("edit", path); err != nil {
		return nil, err
	}
	if d.names[path] == nil {
		d.names[path] = &fakeFile{}
	}
	if d.names[path].open {
		return nil, &heldError{}
	}
	d.names[path].open = true
	d.handles++
	return &fakeHandle{d, d.names[path], path}, nil
}

func (d *fakeDisk) Replace(path string, data []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("replace", path); err != nil {
		return err
	}
	if room, ok := d.room[folderOf(path)]; ok && room < len(data) {
		return syscall.ENOSPC
	}
	d.names[path] = &fakeFile{live: slices.Clone(data), kept: slices.Clone(data)}
	return nil
}

func (d *fakeDisk) SyncFolder(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("sync folder", folder); err != nil || d.deafName {
		return err
	}
	maps.DeleteFunc(d.durable, func(name string, _ *fakeFile) bool { return folderOf(name) == filepath.ToSlash(folder) })
	for name, f := range d.names {
		if folderOf(name) == filepath.ToSlash(folder) {
			d.durable[name] = f
		}
	}
	return nil
}

func (d *fakeDisk) MakeFolder(folder string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.op("make folder", folder)
}

func (d *fakeDisk) Exists(path string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.names[path] != nil
}

func (d *fakeDisk) Remove(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("remove", path); err != nil {
		return err
	}
	delete(d.names, path)
	return nil
}

func (d *fakeDisk) Lock(path string) (guard, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.op("lock", path); err != nil {
		return nil, err
	}
	if d.locks[path] != nil {
		return nil, &heldError{"12"}
	}
	l := &fakeLock{d, path}
	d.locks[path] = l
	return l, nil
}

// fakeLock is a lock as long as the disk knows it.
type fakeLock struct {
	d    *fakeDisk
	path string
}

func (l *fakeLock) Holds() bool {
	l.d.mu.Lock()
	defer l.d.mu.Unlock()
	return l.d.locks[l.path] == l
}

func (l *fakeLock) Release() {
	if l.Holds() {
		l.d.mu.Lock()
		defer l.d.mu.Unlock()
		delete(l.d.locks, l.path)
	}
}

// Stamp tells files apart by which they are and how much was done to them.
func (d *fakeDisk) Stamp(path string) stamp {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.names[path]; f != nil {
		return stamp{file: f, size: int64(len(f.live))}
	}
	return stamp{}
}

func (d *fakeDisk) Sweep(string) {}

// fakeHandle is an open file. It stays with its file when the name goes to another.
type fakeHandle struct {
	d    *fakeDisk
	f    *fakeFile
	path string
}

func (h *fakeHandle) WriteAt(p []byte, off int64) (int, error) {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	if err := h.d.op("write", h.path); err != nil {
		return 0, err
	}
	var full error
	folder := folderOf(h.path)
	if room, ok := h.d.room[folder]; ok {
		if more := int(off) + len(p) - len(h.f.live); more > room {
			p, full = p[:max(0, len(p)-(more-room))], syscall.ENOSPC
		}
		h.d.room[folder] -= max(0, int(off)+len(p)-len(h.f.live))
	}
	w := fakeWrite{off, slices.Clone(p)}
	if w.data == nil {
		w.data = []byte{}
	}
	h.f.live = w.onto(h.f.live)
	h.f.since = append(h.f.since, w)
	return len(p), full
}

func (h *fakeHandle) Truncate(size int64) error {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	if err := h.d.op("truncate", h.path); err != nil {
		return err
	}
	w := fakeWrite{off: size}
	if folder := folderOf(h.path); size < int64(len(h.f.live)) {
		if _, ok := h.d.room[folder]; ok {
			h.d.room[folder] += len(h.f.live) - int(size)
		}
	}
	h.f.live = w.onto(h.f.live)
	h.f.since = append(h.f.since, w)
	return nil
}

func (h *fakeHandle) Sync() error {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	if err := h.d.op("sync", h.path); err != nil || h.d.deafFile {
		return err
	}
	h.f.kept, h.f.since = slices.Clone(h.f.live), nil
	return nil
}

func (h *fakeHandle) Close() error {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	h.d.handles--
	h.f.open = false
	return nil
}

func (h *fakeHandle) Stands() (size int64, named bool) {
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	return int64(len(h.f.live)), h.d.names[h.path] == h.f
}

// onto does w to data.
func (w fakeWrite) onto(data []byte) []byte {
	if w.data == nil {
		if int(w.off) <= len(data) {
			return slices.Clone(data[:w.off])
		}
		return append(slices.Clone(data), make([]byte, int(w.off)-len(data))...)
	}
	next := slices.Clone(data)
	if grow := int(w.off) + len(w.data) - len(next); grow > 0 {
		next = append(next, make([]byte, grow)...)
	}
	copy(next[w.off:], w.data)
	return next
}

// powerCut is the disk as it comes back: synced bytes under synced names; of all that was not synced, with rng, any part
// may have arrived, a last write also in part; without rng nothing has.
func (d *fakeDisk) powerCut(rng *rand.Rand) *fakeDisk {
	d.mu.Lock()
	defer d.mu.Unlock()
	back := newFakeDisk()
	names := maps.Clone(d.durable)
	if rng != nil {
		for _, name := range slices.Sorted(maps.Keys(d.names)) {
			if rng.IntN(2) == 0 {
				names[name] = d.names[name]
			}
		}
		for _, name := range slices.Sorted(maps.Keys(d.durable)) {
			if d.names[name] == nil && rng.IntN(2) == 0 {
				delete(names, name)
			}
		}
	}
	for name, f := range names {
		data := slices.Clone(f.kept)
		if rng != nil {
			arrived := rng.IntN(len(f.since) + 1)
			for i, w := range f.since[:arrived] {
				if w.data == nil && rng.IntN(3) == 0 {
					continue // a file's length is kept elsewhere, and may arrive later than its bytes
				}
				if i == arrived-1 && len(w.data) > 0 {
					w.data = w.data[:1+rng.IntN(len(w.data))]
				}
				data = w.onto(data)
			}
		}
		back.names[name] = &fakeFile{live: data, kept: slices.Clone(data)}
		back.durable[name] = back.names[name]
	}
	return back
}
