package session

import (
	"errors"
	"path/filepath"
	"strconv"

	"parallax/corpus/brief"
)

// keeper writes one session's files. It is for one goroutine at a time.
type keeper struct {
	disk      disk
	path      string
	release   func()   // gives the lock back; nil while it is not held
	unguarded error    // why the lock keeps nobody out; nil when it does
	file      editable // the journal; nil while it is not open
	size      int64    // bytes of the journal that are on disk and good
	dirty     bool     // the journal may have more than those
	aside     []byte   // what has to be set aside before anything is written
	into      string   // the file for it
	broken    bool     // the checkpoint has to be written before the journal goes on
	known     uint64   // the last action on disk when the session was read without the lock
	floor     int64    // journalLimit, or less for tests
	limit     int64    // the size of the journal at which a checkpoint is due
}

// journalLimit is how large a journal grows, in bytes, before a checkpoint stands for it.
const journalLimit = 1 << 20

// errChanged says that the files are not what was read.
var errChanged = errors.New("another program has changed the session meanwhile; write it elsewhere")

func newKeeper(d disk, path string, limit int64) *keeper {
	return &keeper{disk: d, path: path, floor: limit, limit: limit}
}

// lock makes the session's folder and takes its lock.
func (k *keeper) lock() error {
	if k.release != nil {
		return nil
	}
	if err := k.disk.MakeFolder(filepath.Dir(k.path)); err != nil {
		return err
	}
	release, err := k.disk.Lock(k.path + lockSuffix)
	if release == nil {
		return err
	}
	k.release, k.unguarded = release, err
	return nil
}

// learn takes over what was read, under the lock.
func (k *keeper) learn(l *loaded) {
	k.size, k.dirty, k.aside, k.broken = l.journalSize, l.stale, l.aside, l.broken
	if len(k.aside) > 0 {
		k.into = k.path + damagedSuffix
		for n := 2; k.disk.Exists(k.into); n++ {
			k.into = k.path + damagedSuffix + "-" + strconv.Itoa(n)
		}
	}
}

// ready makes the journal fit to be written to. It may be called again after it failed.
func (k *keeper) ready(b *brief.Brief) error {
	if k.release == nil {
		if err := k.lock(); err != nil {
			return err
		}
		l, err := load(k.disk, k.path)
		if err != nil || l.brief.Seq != k.known {
			k.close()
			return errors.Join(errChanged, err)
		}
		k.learn(l)
	}
	if len(k.aside) > 0 {
		if err := k.replace(k.into, k.aside); err != nil {
			return err
		}
		k.aside = nil
	}
	if k.broken {
		if err := k.checkpoint(b); err != nil {
			return err
		}
	}
	if err := k.open(); err != nil {
		return err
	}
	if !k.dirty {
		return nil
	}
	err := errors.Join(k.file.Truncate(k.size), k.file.Sync())
	k.dirty = err != nil
	return err
}

func (k *keeper) open() error {
	if k.file != nil {
		return nil
	}
	f, err := k.disk.Edit(k.path + journalSuffix)
	if err != nil {
		return err
	}
	if err := k.disk.SyncFolder(filepath.Dir(k.path)); err != nil {
		return errors.Join(err, f.Close())
	}
	k.file = f
	return nil
}

// append puts lines at the end of the journal. When it returns nil they are on disk. After an error the journal is as it
// was, or will be made so before the next write; the pages that a failed sync left behind are never trusted, so what was
// to be written is written again.
func (k *keeper) append(lines []byte, b *brief.Brief) error {
	if err := k.ready(b); err != nil {
		return err
	}
	k.dirty = true
	_, err := k.file.WriteAt(lines, k.size)
	if err == nil {
		err = k.file.Sync()
	}
	if err != nil {
		k.file.Close()
		k.file = nil
		return err
	}
	k.size += int64(len(lines))
	k.dirty = false
	return nil
}

// due reports whether a checkpoint should stand for the journal.
func (k *keeper) due() bool { return k.size >= k.limit }

// checkpoint writes b as the checkpoint and empties the journal, whose actions b must hold.
func (k *keeper) checkpoint(b *brief.Brief) error {
	data, err := checkpoint(b)
	if err != nil {
		return err
	}
	k.limit *= 2 // should it fail, it is not tried again with every line
	if err := k.replace(k.path, data); err != nil {
		return err
	}
	k.limit = max(k.floor, 2*int64(len(data)))
	k.size, k.dirty, k.broken = 0, true, false
	return k.ready(b)
}

// replace writes a file at once, and its name.
func (k *keeper) replace(path string, data []byte) error {
	if err := k.disk.Replace(path, data); err != nil {
		return err
	}
	return k.disk.SyncFolder(filepath.Dir(path))
}

// tidy leaves the checkpoint alone behind: for a session whose journal is empty.
func (k *keeper) tidy() {
	if k.size == 0 && !k.dirty && !k.broken && len(k.aside) == 0 {
		k.disk.Remove(k.path + journalSuffix)
	}
}

// close gives back what the keeper holds.
func (k *keeper) close() {
	if k.file != nil {
		k.file.Close()
		k.file = nil
	}
	if k.release != nil {
		k.release()
		k.release = nil
	}
}
