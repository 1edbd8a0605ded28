// Serves the MongoDB protocol on one address, over SQLite files in one folder.
// It ends when it is told to, and when its standard input closes: with the process that started it.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	folder, address := os.Args[1], os.Args[2]
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go announce(address)
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: address},
		Handler:   "sqlite",
		SQLiteURL: "file:" + folder + "/",
	})
	if err == nil {
		err = server.Run(ctx)
	}
	if err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// The package tells nobody when it listens.
func announce(address string) {
	for {
		connection, err := net.Dial("tcp", address)
		if err == nil {
			_ = connection.Close()
			fmt.Println("listening on", address)
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}
