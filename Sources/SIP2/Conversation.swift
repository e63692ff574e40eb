import Circulation

/// The station's side of one line: login, status, then one question at a time.
///
/// It opens no socket and reads no clock. Bytes, times and questions go in; acts come out, to be done in order.
/// A question is answered, or it is `lost` and the line is hung up: a line with an unanswered question is never used
/// again. While `isReady` and not `isBusy` a question may be asked. The line is busy for a moment also while it is
/// kept alive; `ready` tells when that is over.
public struct Conversation: Sendable {
    public enum Act: Equatable, Sendable {
        case send([UInt8])
        case hangUp(Trouble)
        /// The server's status, when the line comes up and whenever a new one arrives.
        case ready(ACSStatus)
        /// The answer to what was asked.
        case answer(Frame)
        /// What was asked got no answer, and nobody knows whether it was done.
        case lost(Trouble)
    }

    private enum Phase { case down, starting, ready }

    /// Where the server says nothing useful: 3M *SIP 2.00* leaves it to the station.
    private static let usualRetries = 3
    private static let mostStatusesInstead = 3

    public let settings: LineSettings
    /// Lines that came while nothing was asked.
    public private(set) var unsolicited = 0
    /// Answers to an earlier question, known by their sequence number.
    public private(set) var stale = 0

    private var phase = Phase.down
    private var splitter = LineSplitter()
    private var question: Question?
    private var nextSequence = 0
    private var retries = Self.usualRetries
    private var isServerChecking: Bool?
    private var lastTraffic = Instant.start

    public init(settings: LineSettings) { self.settings = settings }

    public var isReady: Bool { phase == .ready }
    public var isBusy: Bool { question != nil }

    /// When to call `woke`, if nothing happens before.
    public var nextWake: Instant? {
        switch phase {
        case .down: nil
        case .starting, .ready: question?.deadline ?? lastTraffic + settings.keepAlive
        }
    }
}

// What happens to the line.
extension Conversation {
    public mutating func connected(at now: Instant, clock: LocalTime) -> [Act] {
        let (unsolicited, stale) = (unsolicited, stale)
        self = Conversation(settings: settings)
        (self.unsolicited, self.stale) = (unsolicited, stale)
        phase = .starting
        lastTraffic = now
        guard settings.needsLogin else { return start(.status, SCStatus(), at: now) }
        var login = LoginRequest()
        login.user = settings.user
        login.password = settings.password
        login.location = settings.location
        return start(.login, login, at: now)
    }

    public mutating func received(_ bytes: [UInt8], at now: Instant, clock: LocalTime) -> [Act] {
        guard phase != .down else { return [] }
        lastTraffic = now
        var acts: [Act] = []
        for event in splitter.feed(bytes) {
            guard phase != .down else { break }
            guard question != nil else {
                unsolicited += 1
                continue
            }
            switch event {
            case .line(let line):
                do throws(DecodeError) {
                    acts += heard(try Frame(line), at: now)
                } catch {
                    acts += unreadable(error, at: now)
                }
            case .tooLong: acts += unreadable(.tooLong, at: now)
            case .empty: break
            }
        }
        return acts
    }

    /// The other side has closed, or the network has.
    public mutating func disconnected(at now: Instant) -> [Act] {
        defer { (phase, question) = (.down, nil) }
        return question?.purpose == .asked ? [.lost(.disconnected)] : []
    }

    public mutating func woke(at now: Instant, clock: LocalTime) -> [Act] {
        guard phase != .down, let due = nextWake, now >= due else { return [] }
        if question != nil { return giveUp(.noAnswer) }
        return start(.keepAlive, SCStatus(), at: now)
    }

    /// Asks a question. An empty institution and a missing terminal password are filled in from the settings.
    /// - Precondition: the line is ready and not busy, and the message is a question that has an answer.
    public mutating func ask(_ message: some Message, at now: Instant) -> [Act] {
        precondition(isReady && !isBusy, "one question at a time")
        guard let request = message as? any Request else { return start(.asked, message, at: now) }
        return ask(filling: request, at: now)
    }

    private mutating func ask(filling request: some Request, at now: Instant) -> [Act] {
        var request = request
        if request.institution.isEmpty { request.institution = settings.institution }
        if request.terminalPassword == nil, !settings.terminalPassword.text.isEmpty {
            request.terminalPassword = settings.terminalPassword
        }
        return start(.asked, request, at: now)
    }
}

// What is said.
extension Conversation {
    private mutating func start<Asked: Message>(
        _ purpose: Question.Purpose, _ message: Asked, at now: Instant
    ) -> [Act] {
        guard let answer = Shape.of(Asked.code)?.answer else { preconditionFailure("only questions can be asked") }
        let body = message.encoded(sequence: nil, withChecksum: false, charset: settings.charset)
        return send(Question(purpose: purpose, code: Asked.code, answer: answer, body: body, deadline: now), at: now)
    }

    /// Sends a new line, or the same one as a new message: with the next sequence number.
    private mutating func send(_ question: Question, at now: Instant) -> [Act] {
        var question = question
        if settings.errorDetection != .off {
            question.sequence = nextSequence
            nextSequence = (nextSequence + 1) % 10
        }
        question.sent =
            sealed(question.body, sequence: question.sequence, withChecksum: settings.errorDetection != .off)
            + settings.terminator.bytes
        question.isAskingAgain = false
        return transmit(question.sent, for: question, at: now)
    }

    private mutating func transmit(_ bytes: [UInt8], for question: Question, at now: Instant) -> [Act] {
        var question = question
        question.deadline = now + settings.answerWithin
        self.question = question
        lastTraffic = now
        return [.send(bytes)]
    }

    private mutating func giveUp(_ trouble: Trouble) -> [Act] {
        defer { (phase, question) = (.down, nil) }
        return (question?.purpose == .asked ? [.lost(trouble)] : []) + [.hangUp(trouble)]
    }
}

// What is heard.
extension Conversation {
    private mutating func heard(_ frame: Frame, at now: Instant) -> [Act] {
        guard var open = question else { return [] }
        if isDamaged(frame) { return askAgain(.badChecksum, at: now) }
        if frame.code == RequestSCResend.code {
            guard !open.isAskingAgain, !open.isRepeated else { return giveUp(.notUnderstood) }
            open.isRepeated = true
            return transmit(open.sent, for: open, at: now)
        }
        if let expected = open.sequence, let got = frame.sequence, got != expected {
            stale += 1
            return []
        }
        if frame.code == ACSStatus.code { return heardStatus(frame, open, at: now) }
        guard frame.code == open.answer else { return giveUp(.unexpectedAnswer(code: frame.code)) }
        question = nil
        switch open.purpose {
        case .login:
            guard let login = try? LoginResponse(frame, charset: settings.charset), login.isAccepted else {
                return giveUp(.loginRefused)
            }
            return start(.status, SCStatus(), at: now)
        case .status, .keepAlive: return []  // their answer is a status, and was heard above
        case .asked: return [.answer(frame)]
        }
    }

    /// A status answers 99. In place of any other answer it is the server's news, and the question still stands.
    private mutating func heardStatus(_ frame: Frame, _ open: Question, at now: Instant) -> [Act] {
        guard let status = try? ACSStatus(frame, charset: settings.charset) else { return [] }
        retries = status.retries.flatMap { $0 == 999 ? nil : $0 } ?? Self.usualRetries
        switch open.purpose {
        case .status, .keepAlive:
            question = nil
            phase = .ready
            return [.ready(status)]
        case .login: return askOnceMore(open, at: now)
        case .asked:
            // Asking 99 directly is a question like any other, and this is its answer.
            if open.answer == frame.code {
                question = nil
                return [.ready(status), .answer(frame)]
            }
            return [.ready(status)] + askOnceMore(open, at: now)
        }
    }

    private mutating func askOnceMore(_ open: Question, at now: Instant) -> [Act] {
        guard open.isRead, open.statusesInstead < Self.mostStatusesInstead else { return giveUp(.statusInstead) }
        var open = open
        open.statusesInstead += 1
        open.resendsAsked = 0
        open.isRepeated = false
        return send(open, at: now)
    }

    /// 97 on the same line, as often as the server's status allows.
    private mutating func askAgain(_ trouble: Trouble, at now: Instant) -> [Act] {
        guard var open = question, open.resendsAsked < retries else { return giveUp(trouble) }
        open.resendsAsked += 1
        open.isAskingAgain = true
        let line = RequestACSResend().encoded(sequence: nil, withChecksum: true, charset: settings.charset)
        return transmit(line + settings.terminator.bytes, for: open, at: now)
    }

    private mutating func unreadable(_ error: DecodeError, at now: Instant) -> [Act] {
        requiresChecksum ? askAgain(.unreadable(error), at: now) : giveUp(.unreadable(error))
    }

    /// Until the first answer has come, `auto` expects the best.
    private var requiresChecksum: Bool {
        switch settings.errorDetection {
        case .on: true
        case .off: false
        case .auto: isServerChecking ?? true
        }
    }

    private mutating func isDamaged(_ frame: Frame) -> Bool {
        let isConstant = frame.checksumRange.map { frame.bytes[$0].elementsEqual("0000".utf8) } ?? false
        let lacksChecksum = frame.checksumState == .absent || frame.checksumState == .invalid && isConstant
        switch settings.errorDetection {
        case .off: return false
        case .on: return frame.checksumState != .valid && frame.code != RequestSCResend.code
        case .auto:
            if frame.code == RequestSCResend.code { return frame.checksumState == .invalid && !isConstant }
            if isServerChecking == nil, frame.checksumState != .invalid || isConstant {
                isServerChecking = !lacksChecksum
            }
            return lacksChecksum ? requiresChecksum : frame.checksumState == .invalid
        }
    }
}

extension Conversation.Act: CustomStringConvertible, CustomReflectable {
    /// As for a log: lines are redacted.
    public var description: String {
        switch self {
        case .send(let bytes): "send \(redacted(bytes))"
        case .hangUp(let trouble): "hang up, \(trouble.code)"
        case .ready: "ready"
        case .answer(let frame): "answer \(redacted(frame.bytes))"
        case .lost(let trouble): "lost, \(trouble.code)"
        }
    }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
