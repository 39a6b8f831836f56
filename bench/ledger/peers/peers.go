// Appends one-kilobyte entries to a peer from a number of callers, each waiting for its own answer, and prints entries a
// second: go run . tessera|immudb FOLDER CALLERS MILLISECONDS. Every answer stands for an entry that is durable.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/codenotary/immudb/embedded/logger"
	"github.com/codenotary/immudb/embedded/store"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

const bodyBytes = 1024

func main() {
	who, folder := os.Args[1], os.Args[2]
	callers, _ := strconv.Atoi(os.Args[3])
	milliseconds, _ := strconv.Atoi(os.Args[4])
	ctx := context.Background()
	add, closed, err := open(ctx, who, folder, uint(callers))
	if err != nil {
		panic(err)
	}
	measure(callers, milliseconds/4, add) // warms up
	fmt.Printf("%.1f\n", measure(callers, milliseconds, add))
	if err := closed(); err != nil {
		panic(err)
	}
}

type adding func(number uint64, body []byte) error

func open(ctx context.Context, who, folder string, callers uint) (adding, func() error, error) {
	switch who {
	case "tessera":
		return openTessera(ctx, folder, callers)
	case "immudb":
		return openImmudb(ctx, folder)
	}
	return nil, nil, fmt.Errorf("no such peer: %s", who)
}

// A batch goes as soon as all callers are in it, so that nobody waits for a timer.
func openTessera(ctx context.Context, folder string, callers uint) (adding, func() error, error) {
	private, _, err := note.GenerateKey(rand.Reader, "omamori.example/bench")
	if err != nil {
		return nil, nil, err
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, nil, err
	}
	driver, err := posix.New(ctx, posix.Config{Path: folder})
	if err != nil {
		return nil, nil, err
	}
	options := tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(time.Second).
		WithBatching(callers, 5*time.Millisecond)
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, options)
	if err != nil {
		return nil, nil, err
	}
	add := func(number uint64, body []byte) error {
		_, err := appender.Add(ctx, tessera.NewEntry(body))()
		return err
	}
	return add, func() error { return shutdown(ctx) }, nil
}

// Its own settings, synced before it answers (Synced is its default); it gathers for SyncFrequency, 20 ms unless told otherwise.
func openImmudb(ctx context.Context, folder string) (adding, func() error, error) {
	options := store.DefaultOptions().
		WithLogger(logger.NewSimpleLoggerWithLevel("immudb", os.Stderr, logger.LogError)).
		WithMaxConcurrency(64)
	if text := os.Getenv("IMMUDB_SYNC_MS"); text != "" {
		ms, _ := strconv.Atoi(text)
		options = options.WithSyncFrequency(time.Duration(ms) * time.Millisecond)
	}
	opened, err := store.Open(folder, options)
	if err != nil {
		return nil, nil, err
	}
	add := func(number uint64, body []byte) error {
		tx, err := opened.NewWriteOnlyTx(ctx)
		if err != nil {
			return err
		}
		if err := tx.Set([]byte(fmt.Sprintf("entry-%020d", number)), nil, body); err != nil {
			return err
		}
		_, err = tx.Commit(ctx)
		return err
	}
	return add, opened.Close, nil
}

func measure(callers, milliseconds int, add adding) float64 {
	var kept atomic.Uint64
	var waiting sync.WaitGroup
	started := time.Now()
	end := started.Add(time.Duration(milliseconds) * time.Millisecond)
	for range callers {
		waiting.Add(1)
		go func() {
			defer waiting.Done()
			body := make([]byte, bodyBytes)
			for time.Now().Before(end) {
				if _, err := rand.Read(body[:32]); err != nil {
					panic(err)
				}
				if err := add(next.Add(1), body); err != nil {
					panic(err)
				}
				kept.Add(1)
			}
		}()
	}
	waiting.Wait()
	return float64(kept.Load()) / time.Since(started).Seconds()
}

var next atomic.Uint64
