import ArgumentParser
import Glibc
import SIP2

/// `lectern sip2 decode < recorded.txt` to see what a line says; `lectern sip2 encode` to make lines from JSON.
struct SIP2Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sip2", abstract: "Take SIP2 messages apart, and put them together again.",
        subcommands: [Decode.self, Encode.self])

    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read messages, one a line, and write one JSON object for each.",
            discussion: """
                Lines end with LF, CRLF or CR. A line that is no message gives an object with an error. \
                Messages show card numbers and passwords: mind where the output goes.
                """)

        @Option(help: "UTF-8, ISO-8859-1, CP850, CP437 or ASCII. A line of another one is read as ISO-8859-1.")
        var charset = "UTF-8"

        func validate() throws {
            guard Charset(name: charset) != nil else {
                throw ValidationError("--charset must be UTF-8, ISO-8859-1, CP850, CP437 or ASCII.")
            }
        }

        func run() throws {
            let charset = Charset(name: charset) ?? .utf8
            var lines = LineSplitter(mode: .text)
            try StandardStreams.transform(&lines) { event, output in
                output += SIP2Command.decoded(event, charset).utf8
                output.append(0x0A)
            }
        }
    }

    struct Encode: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read JSON objects, one a line, and write the message of each.",
            discussion: """
                The JSON is what decode writes. Checksums are written as they are given, even if they are wrong. \
                A line that is no message gives a JSON error; exit status is 1 then.
                """)

        func run() throws {
            var lines = LineSplitter(mode: .text, longest: 4 << 20)
            var hasFailed = false
            try StandardStreams.transform(&lines) { event, output in
                do throws(JSONLineError) {
                    output += try SIP2Command.encoded(event)
                } catch {
                    hasFailed = true
                    output += SIP2JSON.errorText(code: error.code, message: error.message).utf8
                }
                output.append(0x0A)
            }
            if hasFailed { throw ExitCode.failure }
        }
    }

    private static func decoded(_ event: LineSplitter.Event, _ charset: Charset) -> String {
        do throws(DecodeError) {
            switch event {
            case .line(let line): return SIP2JSON.text(try FrameRecord(line: line, charset: charset))
            case .tooLong: throw .tooLong
            case .empty: throw .empty
            }
        } catch {
            return SIP2JSON.text(error)
        }
    }

    private static func encoded(_ event: LineSplitter.Event) throws(JSONLineError) -> [UInt8] {
        switch event {
        case .line(let line): try SIP2JSON.bytes(line)
        case .tooLong: throw JSONLineError(code: "JSON-5", message: "The line is too long.")
        case .empty: throw JSONLineError(code: "JSON-1", message: "The line is not the JSON of a message.")
        }
    }
}

/// Standard input to standard output, in pieces: memory does not grow, and a person who types sees each answer at once.
private enum StandardStreams {
    static func transform(
        _ lines: inout LineSplitter, _ write: (LineSplitter.Event, inout [UInt8]) -> Void
    ) throws {
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = piece.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            let events = count > 0 ? lines.feed(Array(piece[..<count])) : lines.finish()
            var output: [UInt8] = []
            for event in events {
                write(event, &output)
                if output.count > 1 << 20 { try send(&output) }
            }
            try send(&output)
            if count <= 0 { return }
        }
    }

    private static func send(_ output: inout [UInt8]) throws {
        var rest = output[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ExitCode.failure }
            rest = rest.dropFirst(count)
        }
        output = []
    }
}
