import Circulation

extension SelfService {
    /// What happened. Answers carry the number of the visit they belong to: one that comes late changes nothing.
    public enum Event: Equatable, Sendable {
        case cardScanned(PatronBarcode)
        case itemScanned(ItemBarcode)
        case notUnderstood  // a scan that is neither a card nor an item here
        case pad([PadItem])
        case padGone  // unplugged: what lies there is not seen, which is not the same as lifted
        case patron(visit: Int, PatronAnswer)
        case item(visit: Int, ItemBarcode, ItemNews)
        case chose(Choice)
        case typedPIN(Secret)
        case touched
        case health(Health)
        case printed(Bool)
        case woke
    }

    /// What is wanted. Values, never closures, so that they can be compared and stored.
    public enum Effect: Equatable, Sendable {
        case identify(visit: Int, PatronBarcode, Secret?)
        case borrow(visit: Int, ItemBarcode, PatronBarcode)
        case giveBack(visit: Int, ItemBarcode)
        /// The patron has this loan already: if its alarm was left on, it may go off now.
        case heal(ItemBarcode)
        case endVisit(visit: Int, PatronBarcode?)
        case print(Document)
    }

    public enum PatronAnswer: Equatable, Sendable {
        case welcome(name: String?, charged: [ItemBarcode])
        case wrongPIN
        case refused(reason: Message, also: [Message], needsStaff: Bool)
        case noAnswer
    }

    public enum ItemNews: Equatable, Sendable {
        case lent(title: String?, Due, unlocks: Bool, hasTag: Bool)
        case refused(title: String?, Message)
        case inDoubt
        case returned(title: String?, Route, arms: Bool)
        case alarm(isOn: Bool)
        case tooEarly
        case unwritable
    }

    /// One tag that lies still on the pad.
    public struct PadItem: Equatable, Sendable {
        public var uid: TagUID
        /// Nil for a tag that is not a book of ours: it is left alone.
        public var item: ItemBarcode?
        public init(uid: TagUID, item: ItemBarcode?) { (self.uid, self.item) = (uid, item) }
    }

    /// What works now.
    public struct Health: Equatable, Sendable {
        public var canBorrow: Bool
        public var canReturn: Bool
        public var code: String
        public init(canBorrow: Bool, canReturn: Bool, code: String) {
            (self.canBorrow, self.canReturn, self.code) = (canBorrow, canReturn, code)
        }
    }

    /// What the library decided about this kiosk.
    public struct Policy: Equatable, Sendable {
        public var library = "Library"
        public var station = "Kiosk"
        public var needsPIN = true
        public var hasPad = true
        public var showsName = false
        public var languages = ["en"]
        public var patience = Patience()
        public var pinTries = 3
        public init() {}
    }
}
