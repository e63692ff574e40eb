import Circulation
import Tags

/// 3M / Bibliotheca 810 (and 210) pad: 19200 baud, 8N1. Protocol notes and recordings: Devices/Models/3m-810.
///
/// One question is on the wire at a time. Between two wishes the pad is asked for its tags again, so that the screen
/// follows the patron's hands while a pile is worked off. After `giveUp` no wish is answered any more: the station
/// treats what is open as it does when the cable is pulled.
public struct Pad810: Driver {
    public static let survivesNoise = true
    static let pollEvery = Duration.milliseconds(250)
    static let answerWithin = Duration.milliseconds(600)
    static let waitingLimit = 256  // wishes
    static let silencesUntilGivingUp = 3
    /// Questions between two inventories: about 250 ms at 19200 baud, and never more than 8 wishes.
    static let questionsBetweenPolls = 6

    /// What the gates of this library take for on and off.
    public var security = SecurityProfile.iso28560

    private var inbox = Frame810.Inbox()
    private var asked: Request810?  // nil: resting until the next poll
    private var isOpen = false
    private var isOver = false
    private var silences = 0
    private var questionsSincePoll = 0
    private var hasHeardSinceWake = false
    private var extensions = 0
    private var waiting: [Wish] = []
    private var errand: Errand810?
    private var latest: [TagUID]?  // nil until the first inventory
    private var before: [TagUID]?

    public init() {}

    public mutating func start() -> [Action] { ask(.probe) }

    public mutating func received(_ bytes: [UInt8]) -> [Action] {
        guard !isOver else { return [] }
        hasHeardSinceWake = hasHeardSinceWake || !bytes.isEmpty
        inbox.append(bytes)
        var actions: [Action] = []
        while let frame = inbox.next() { actions += heard(frame) }
        return actions
    }

    public mutating func asked(_ wish: Wish) -> [Action] {
        guard waiting.count < Self.waitingLimit, !isOver else { return [.tell(.failed(wish, .refused))] }
        waiting.append(wish)
        guard isOpen, asked == nil else { return [] }
        // Nobody knows how long the pad has rested: after this wish it is asked for its tags at once. A wish for a tag
        // that left costs no question, and leaves the next poll where it was.
        questionsSincePoll = Self.questionsBetweenPolls - 1
        return serve()
    }

    public mutating func woke() -> [Action] {
        guard !isOver else { return [] }
        guard let request = asked else { return ask(.inventory) }
        if hasHeardSinceWake, extensions < 3 {  // a long answer is still arriving
            hasHeardSinceWake = false
            extensions += 1
            return [.wake(after: Self.answerWithin)]
        }
        var actions: [Action] = []
        for frame in inbox.flush() { actions += heard(frame) }
        guard actions.isEmpty else { return actions }
        return request == .setUp ? opened() : silent(request)
    }

    private mutating func heard(_ frame: Frame810) -> [Action] {
        guard let request = asked, let answer = request.answer(in: frame) else { return [] }
        asked = nil
        switch (request, answer) {
        case (.probe, .firmware(let firmware)):
            silences = 0
            return [.tell(.ready(firmware: firmware))] + ask(.setUp)
        case (.probe, _): return silent(.probe)
        case (.setUp, _): return opened()
        case (.inventory, .tags(let tags)): return seen(tags)
        case (.inventory, .error(.silent)): return seen([])
        case (.inventory, _): return troubled()
        default:
            silences = 0
            return step(answer, to: request)
        }
    }

    private mutating func opened() -> [Action] {
        isOpen = true
        return ask(.inventory)
    }

    private mutating func seen(_ tags: [TagUID]) -> [Action] {
        silences = 0
        questionsSincePoll = 0
        (before, latest) = (latest ?? tags, tags)
        return [.tell(.pad(tags))] + next()
    }

    private mutating func step(_ answer: Answer810, to request: Request810) -> [Action] {
        switch errand?.heard(answer, to: request) {
        case .ask(let request): return ask(request)
        case .tell(let event):
            errand = nil
            return [.tell(event)] + next()
        case nil: return next()
        }
    }

    /// The next wish, or a poll if there was a wish since the last one, or rest.
    private mutating func next() -> [Action] {
        let actions = serve()
        guard asked == nil else { return actions }
        return actions + (questionsSincePoll > 0 ? ask(.inventory) : [.wake(after: Self.pollEvery)])
    }

    /// Starts the next wish unless a poll is due.
    private mutating func serve() -> [Action] {
        var actions: [Action] = []
        while questionsSincePoll < Self.questionsBetweenPolls, let wish = waiting.first {
            waiting.removeFirst()
            guard isOnPad(wish.uid) else {
                actions.append(.tell(.failed(wish, .gone)))
                continue
            }
            let errand = Errand810(wish, security: security)
            self.errand = errand
            return actions + ask(errand.first)
        }
        return actions
    }

    /// A tag may flicker, so one inventory without it proves nothing; two do.
    private func isOnPad(_ uid: TagUID) -> Bool {
        guard let latest, let before else { return true }
        return latest.contains(uid) || before.contains(uid)
    }

    private mutating func ask(_ request: Request810) -> [Action] {
        asked = request
        questionsSincePoll += 1
        (hasHeardSinceWake, extensions) = (false, 0)
        return [.write(request.frame.bytes), .wake(after: Self.answerWithin)]
    }

    /// The pad answers, but not with its tags. It may be busy: it gets as many chances as a silent one.
    private mutating func troubled() -> [Action] {
        silences += 1
        guard silences < Self.silencesUntilGivingUp else { return giveUp("no tags from \(silences) questions") }
        return [.wake(after: Self.pollEvery)]
    }

    /// Three silences in a row mean that the cable, not the pad, needs attention.
    private mutating func silent(_ request: Request810) -> [Action] {
        silences += 1
        guard silences < Self.silencesUntilGivingUp else { return giveUp("no answer to \(silences) questions") }
        return ask(request)
    }

    private mutating func giveUp(_ reason: String) -> [Action] {
        isOver = true
        return [.giveUp(reason)]
    }
}

extension Wish {
    var uid: TagUID {
        switch self {
        case .read(let uid), .setAlarm(let uid, _): uid
        }
    }
}
