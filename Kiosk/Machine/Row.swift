import Circulation

/// One book of a visit, on the list.
public struct Row: Equatable, Sendable {
    public let item: ItemBarcode
    /// Nil until the library system has told it.
    public var title: String?
    public var life: Life
    public var isOnPad: Bool
    /// When its present life began, for "taking longer than usual".
    public var since: Instant
    public var isSlow = false

    public init(item: ItemBarcode, title: String? = nil, life: Life, isOnPad: Bool, since: Instant) {
        self.item = item
        self.title = title
        self.life = life
        self.isOnPad = isOnPad
        self.since = since
    }
}

/// When a loan is due: a date if one could be read, else the library system's own words.
public struct Due: Equatable, Sendable {
    public var date: LocalDate?
    public var text: String?
    public init(date: LocalDate? = nil, text: String? = nil) { (self.date, self.text) = (date, text) }
}

/// Where a returned book goes.
public struct Route: Equatable, Sendable {
    public var bin: String?
    public var toStaff: Bool
    public init(bin: String? = nil, toStaff: Bool = false) { (self.bin, self.toStaff) = (bin, toStaff) }
}

/// An item's own life, independent of every other item's.
public enum Life: Equatable, Sendable {
    case asking
    /// The line went away while it was asked; the station is finding out.
    case inDoubt
    case lent(Due)  // the library system said yes; the gate alarm is being switched off
    case done(Due)  // … and was read back
    case inHouse(Due)  // borrowed, and to stay in the building: its alarm stays on
    case quick(Due)  // … but the book left the pad first
    case needsPad(Due)  // borrowed by its barcode; its alarm is still on
    case unwritable(Due)  // borrowed, but its alarm cannot be switched off
    case yours(Due)
    case refused(Message)
    case returning
    case arming(Route)  // returned; the gate alarm is being switched on
    case returned(Route)

    public var isDone: Bool {
        switch self {
        case .done, .inHouse, .returned: true
        case .asking, .inDoubt, .lent, .quick, .needsPad, .unwritable, .yours, .refused, .returning, .arming: false
        }
    }
    public var isWorking: Bool {
        switch self {
        case .asking, .inDoubt, .lent, .returning, .arming: true
        case .done, .inHouse, .quick, .needsPad, .unwritable, .yours, .refused, .returned: false
        }
    }
    public var needsPatron: Bool {
        switch self {
        case .quick, .needsPad: true
        case .asking, .inDoubt, .lent, .done, .inHouse, .unwritable, .yours, .refused, .returning, .arming, .returned:
            false
        }
    }
    public var needsStaff: Bool {
        switch self {
        case .unwritable, .refused: true
        case .asking, .inDoubt, .lent, .done, .inHouse, .quick, .needsPad, .yours, .returning, .arming, .returned: false
        }
    }
    /// The due date of a loan that the library system has confirmed in this visit.
    public var loan: Due? {
        switch self {
        case .lent(let due), .done(let due), .inHouse(let due), .quick(let due), .needsPad(let due),
            .unwritable(let due):
            due
        case .asking, .inDoubt, .yours, .refused, .returning, .arming, .returned: nil
        }
    }
}

extension Life {
    func after(_ news: SelfService.ItemNews, hasPad: Bool) -> Life {
        switch (news, self) {
        case (.lent(_, let due, let unlocks, let hasTag), _):
            !hasPad ? .done(due) : !unlocks ? .inHouse(due) : hasTag ? .lent(due) : .needsPad(due)
        case (.refused(_, let reason), _): .refused(reason)
        case (.returned(_, let route, let arms), _): arms ? .arming(route) : .returned(route)
        case (.inDoubt, .asking): .inDoubt
        case (.alarm(isOn: false), _): loan.map(Life.done) ?? self
        case (.alarm(isOn: true), .arming(let route)): .returned(route)
        case (.tooEarly, .arming(let route)), (.unwritable, .arming(let route)):
            .returned(Route(bin: route.bin, toStaff: true))
        case (.tooEarly, _): loan.map(Life.quick) ?? self
        case (.unwritable, _): loan.map(Life.unwritable) ?? self
        case (.inDoubt, _), (.alarm(isOn: true), _): self
        }
    }
}

extension SelfService.ItemNews {
    var title: String? {
        switch self {
        case .lent(let title, _, _, _), .refused(let title, _), .returned(let title, _, _): title
        case .inDoubt, .alarm, .tooEarly, .unwritable: nil
        }
    }
}
