import Circulation
import SIP2

/// One connection as the library sees it: bytes in, answers out, no socket and no clock of its own.
///
/// Whatever is answered to a change is on the disk before it is returned. Choices where the protocol leaves one, or
/// where servers differ:
/// - An unknown command, a broken line and an answer in place of a question get `96`, as from Koha and Aleph. The
///   protocol would have unknown commands ignored, and then the station waits in vain until its time is up.
/// - The same sequence and checksum as the question before get the same answer, and nothing is done again.
/// - A fault of the library's file gets no answer at all, because nobody knows what a disk kept: see `fault`.
public struct ACSession: Sendable {
    /// The library's file has failed. The connection must be closed; the station finds out what happened by asking.
    public private(set) var fault: LibraryError?

    private var desk: Desk
    private var splitter = LineSplitter()
    private var isLoggedIn: Bool
    /// Error detection is on once a line had a checksum; then `96` has one too.
    private var hasChecksums = false
    private var lastAnswer: [UInt8]?
    private var previous: Previous?

    /// The last question that was understood.
    private struct Previous: Sendable {
        var sequence: Int
        var checksum: [UInt8]
        var answer: [UInt8]
    }

    init(library: Library, settings: DeskSettings) {
        desk = Desk(library: library, settings: settings)
        isLoggedIn = settings.login == nil
    }

    /// - Parameter bytes: as they came, in any pieces. A message counts when its end has arrived.
    /// - Returns: the answers in order, with their terminators, each to be written at once.
    public mutating func received(_ bytes: [UInt8], at now: LocalTime) -> [[UInt8]] {
        guard fault == nil else { return [] }
        var answers: [[UInt8]] = []
        for event in splitter.feed(bytes) {
            guard fault == nil else { break }
            let answer: [UInt8]? =
                switch event {
                case .line(let line): heard(line, at: now)
                case .tooLong: resend()
                case .empty: nil
                }
            guard let answer else { continue }
            lastAnswer = answer
            answers.append(answer + (desk.settings.endsWithLineFeed ? [0x0D, 0x0A] : [0x0D]))
        }
        return answers
    }

    private mutating func heard(_ line: [UInt8], at now: LocalTime) -> [UInt8]? {
        guard let frame = try? Frame(line) else { return resend() }
        // A 96 from the other side would be answered by a 96 for ever.
        if frame.code == RequestSCResend.code { return nil }
        guard frame.checksumState != .invalid else {
            hasChecksums = true
            return resend()
        }
        hasChecksums = frame.checksumState == .valid
        if frame.code == RequestACSResend.code { return lastAnswer ?? resend() }
        if let previous, previous.sequence == frame.sequence, let range = frame.checksumRange,
            frame.bytes[range].elementsEqual(previous.checksum)
        {
            return previous.answer
        }
        guard let answer = understood(frame, at: now) else { return nil }
        if let sequence = frame.sequence, let range = frame.checksumRange {
            previous = Previous(sequence: sequence, checksum: Array(frame.bytes[range]), answer: answer)
        } else {
            previous = nil
        }
        return answer
    }

    /// - Returns: nil for silence: a stranger who is ignored, or a fault.
    private mutating func understood(_ frame: Frame, at now: LocalTime) -> [UInt8]? {
        if frame.code == LoginRequest.code {
            guard let request = try? LoginRequest(lenient: frame, charset: desk.settings.charset) else {
                return resend()
            }
            isLoggedIn = desk.accepts(request)
            var answer = LoginResponse()
            answer.isAccepted = isLoggedIn
            return encoded(answer, to: frame)
        }
        let isStatus = frame.code == SCStatus.code && desk.settings.answersStatusBeforeLogin
        guard isLoggedIn || isStatus else {
            switch desk.settings.strangers {
            case .refused: return encoded(LoginResponse(), to: frame)
            case .ignored: return nil
            }
        }
        do {
            guard let answer = try desk.answer(to: frame, at: now) else { return resend() }
            return encoded(answer, to: frame)
        } catch {
            fault = error
            return nil
        }
    }

    /// `AY` and `AZ` exactly when the question had them.
    private func encoded(_ answer: some SIP2.Message, to frame: Frame) -> [UInt8] {
        answer.encoded(
            sequence: frame.sequence, withChecksum: frame.checksumState != .absent, charset: desk.settings.charset)
    }

    private func resend() -> [UInt8] {
        RequestSCResend().encoded(sequence: nil, withChecksum: hasChecksums, charset: desk.settings.charset)
    }
}
