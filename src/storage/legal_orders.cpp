#include "storage/legal_orders.h"

#include "base/text.h"

namespace doorstep::storage::legal_orders {
namespace {

using domain::orders::AfterIt;
using domain::orders::ArrestGround;
using domain::orders::OrderEnd;
using domain::orders::Scope;

template <class E>
std::string order_name_of(std::optional<E> value) {
    return value ? std::string(name_of(*value)) : "";
}
std::string time_text(std::optional<TimeOfDay> const& time) { return time ? time->iso() : ""; }

sql::Query const insert_order{"legal_orders.insert", R"sql(
    INSERT INTO legal_order (id, legal_action_id, case_file_id, form, scope, court, senior, made_on, from_at, until_on,
        until_at, first_until_on, age, without_notice, note, end_kind, ended_at, end_note, recorded_by, recorded_at,
        version)
    VALUES (:id, :action, :case_file, :form, :scope, :court, :senior, :made_on, :from_at, :until_on, :until_at,
        :first_until_on, :age, :without_notice, :note, :end_kind, :ended_at, :end_note, :recorded_by, :recorded_at,
        :version)
)sql"};

sql::Query const update_order{"legal_orders.update", R"sql(
    UPDATE legal_order SET scope = :scope, until_on = :until_on, until_at = :until_at, note = :note,
        end_kind = :end_kind, ended_at = :ended_at, end_note = :end_note, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define ORDER_COLUMNS                                                                                     \
    "o.id, o.legal_action_id, o.case_file_id, o.form, o.scope, o.court, o.senior, o.made_on, o.from_at, " \
    "o.until_on, o.until_at, o.first_until_on, o.age, o.without_notice, o.note, o.end_kind, o.ended_at, " \
    "o.end_note, o.recorded_by, o.recorded_at, o.version"

sql::Query const select_order{"legal_orders.find",
                              "SELECT " ORDER_COLUMNS " FROM legal_order o WHERE o.id = :id"};

sql::Query const select_of_action{
    "legal_orders.of_action",
    "SELECT " ORDER_COLUMNS
    ", EXISTS (SELECT 1 FROM order_expiry_plan e WHERE e.legal_order_id = o.id) "
    "FROM legal_order o WHERE o.legal_action_id = :action ORDER BY o.from_at, o.id"};

sql::Query const select_in_case{"legal_orders.find_in_case", "SELECT " ORDER_COLUMNS R"sql(,
        c.reference, l.kind, l.place, coalesce(n.name, p.description, ''), coalesce(e.after_it, ''), e.owner_id,
        e.by_day, coalesce(e.note, ''), coalesce(a.name, ''),
        (SELECT count(*) FROM order_protected r WHERE r.legal_order_id = o.id)
    FROM legal_order o
    JOIN legal_action l ON l.id = o.legal_action_id
    JOIN case_file c ON c.id = o.case_file_id
    LEFT JOIN case_person p ON p.id = l.respondent_id
    LEFT JOIN person n ON n.id = p.person_id
    LEFT JOIN order_expiry_plan e ON e.legal_order_id = o.id
    LEFT JOIN account a ON a.id = e.owner_id
    WHERE o.id = :id
)sql"};

sql::Query const select_in_force{"legal_orders.in_force_on_case", R"sql(
    SELECT o.id, o.legal_action_id, l.kind, o.form, o.scope, o.until_on, o.until_at
    FROM legal_order o JOIN legal_action l ON l.id = o.legal_action_id
    WHERE o.case_file_id = :case_file AND o.from_at <= :now AND (o.until_at IS NULL OR o.until_at > :now)
        AND (o.ended_at IS NULL OR o.ended_at > :now)
    ORDER BY o.from_at DESC, o.id DESC LIMIT 10
)sql"};

sql::Query const insert_extension{"legal_orders.insert_extension", R"sql(
    INSERT INTO order_extension (id, legal_order_id, applied_on, made_on, until_before, until_on, court, note)
    VALUES (:id, :order, :applied_on, :made_on, :until_before, :until_on, :court, :note)
)sql"};
sql::Query const select_extensions{"legal_orders.extensions", R"sql(
    SELECT id, legal_order_id, applied_on, made_on, until_before, until_on, court, note FROM order_extension
    WHERE legal_order_id = :order ORDER BY made_on, id
)sql"};

sql::Query const insert_clause{"legal_orders.insert_clause", R"sql(
    INSERT INTO order_clause (id, legal_order_id, position, kind, words, from_on, until_on, participation, supervisor,
        power_of_arrest, arrest_ground, arrest_until, no_contact, home_exclusion, zone, zone_easting, zone_northing,
        zone_radius, zone_west, zone_south, zone_east, zone_north, struck, conduct)
    VALUES (:id, :order, :position, :kind, :words, :from_on, :until_on, :participation, :supervisor, :power_of_arrest,
        :arrest_ground, :arrest_until, :no_contact, :home_exclusion, :zone, :zone_easting, :zone_northing, :zone_radius,
        :west, :south, :east, :north, :struck, :conduct)
)sql"};
/// PostgreSQL keeps its index by itself; SQLite's is a table beside it (migration 0016).
sql::Query const insert_zone{
    "legal_orders.insert_zone",
    "INSERT INTO order_zone (west, east, south, north, order_id, clause_id) SELECT zone_west, zone_east, "
    "zone_south, zone_north, legal_order_id, id FROM order_clause WHERE id = :id",
    "SELECT 1 FROM order_clause WHERE id = :id"};
sql::Query const strike_clause{"legal_orders.strike_clause",
                               "UPDATE order_clause SET struck = TRUE WHERE id = :id"};
sql::Query const select_clauses{"legal_orders.clauses", R"sql(
    SELECT id, legal_order_id, position, kind, words, from_on, until_on, participation, supervisor, power_of_arrest,
        arrest_ground, arrest_until, no_contact, home_exclusion, zone, zone_easting, zone_northing, zone_radius, struck,
        conduct
    FROM order_clause WHERE legal_order_id = :order ORDER BY position, id
)sql"};

sql::Query const select_addresses_within{"legal_orders.addresses_within", R"sql(
    SELECT line, postcode, easting, northing FROM address
    WHERE easting >= :west AND easting <= :east AND northing >= :south AND northing <= :north
    ORDER BY postcode, line, id LIMIT 2000
)sql"};

sql::Query const insert_permission{"legal_orders.insert_permission", R"sql(
    INSERT INTO order_entry (id, legal_order_id, position, role, name, reason, from_on, until_on, from_time, until_time)
    VALUES (:id, :order, :position, :role, :name, :reason, :from_on, :until_on, :from_time, :until_time)
)sql"};
sql::Query const delete_permission{"legal_orders.remove_permission",
                                   "DELETE FROM order_entry WHERE id = :id AND legal_order_id = :order"};
sql::Query const select_permissions{"legal_orders.permissions", R"sql(
    SELECT id, legal_order_id, position, role, name, reason, from_on, until_on, from_time, until_time FROM order_entry
    WHERE legal_order_id = :order ORDER BY position, id
)sql"};

sql::Query const insert_protected{"legal_orders.insert_protected", R"sql(
    INSERT INTO order_protected (id, legal_order_id, name, note) VALUES (:id, :order, :name, :note)
)sql"};
sql::Query const delete_protected{"legal_orders.remove_protected",
                                  "DELETE FROM order_protected WHERE id = :id AND legal_order_id = :order"};
sql::Query const select_protected{
    "legal_orders.protected",
    "SELECT id, legal_order_id, name, note FROM order_protected WHERE legal_order_id = :order "
    "ORDER BY name, id"};

sql::Query const insert_breach{"legal_orders.insert_breach", R"sql(
    INSERT INTO order_breach (id, legal_order_id, order_clause_id, incident_id, happened_at, what, evidence,
        crime_reference, police_told_on, arrested_at, committal_on, outcome, outcome_on, outcome_note, recorded_by,
        recorded_at, version)
    VALUES (:id, :order, :clause, :incident, :happened_at, :what, :evidence, :crime_reference, :police_told_on,
        :arrested_at, :committal_on, :outcome, :outcome_on, :outcome_note, :recorded_by, :recorded_at, :version)
)sql"};
sql::Query const update_breach{"legal_orders.update_breach", R"sql(
    UPDATE order_breach SET arrested_at = :arrested_at, committal_on = :committal_on, outcome = :outcome,
        outcome_on = :outcome_on, outcome_note = :outcome_note, version = version + 1
    WHERE id = :id AND version = :version
)sql"};
#define BREACH_COLUMNS                                                                            \
    "SELECT id, legal_order_id, order_clause_id, incident_id, happened_at, what, evidence, "      \
    "crime_reference, "                                                                           \
    "police_told_on, arrested_at, committal_on, outcome, outcome_on, outcome_note, recorded_by, " \
    "recorded_at, version FROM order_breach "
sql::Query const select_breach{"legal_orders.find_breach", BREACH_COLUMNS "WHERE id = :id"};
sql::Query const select_breaches{
    "legal_orders.breaches",
    BREACH_COLUMNS "WHERE legal_order_id = :order ORDER BY happened_at DESC, id DESC LIMIT 100"};

sql::Query const put_plan{"legal_orders.put_plan", R"sql(
    INSERT INTO order_expiry_plan (legal_order_id, after_it, owner_id, by_day, note)
    VALUES (:order, :after_it, :owner, :by, :note)
    ON CONFLICT (legal_order_id) DO UPDATE SET after_it = excluded.after_it, owner_id = excluded.owner_id,
        by_day = excluded.by_day, note = excluded.note
)sql"};

sql::Query const insert_check{"legal_orders.insert_entry_check", R"sql(
    INSERT INTO entry_check (id, legal_order_id, role, name, asked_about, may_enter, reason, entry_id, checked_by,
        checked_at)
    VALUES (:id, :order, :role, :name, :asked_about, :may_enter, :reason, :permission, :checked_by, :checked_at)
)sql"};
sql::Query const select_checks{"legal_orders.entry_checks", R"sql(
    SELECT k.id, k.legal_order_id, k.role, k.name, k.asked_about, k.may_enter, k.reason, k.entry_id, k.checked_by,
        k.checked_at, coalesce(a.name, '')
    FROM entry_check k LEFT JOIN account a ON a.id = k.checked_by
    WHERE k.legal_order_id = :order ORDER BY k.checked_at DESC, k.id DESC LIMIT :limit
)sql"};

sql::Query const insert_read{"legal_orders.put_brief_read", R"sql(
    INSERT INTO order_brief_read (legal_order_id, account_id, order_version, read_at)
    VALUES (:order, :account, :version, :at)
    ON CONFLICT (legal_order_id, account_id, order_version) DO NOTHING
)sql"};
sql::Query const select_reads{"legal_orders.brief_reads", R"sql(
    SELECT coalesce(a.name, ''), r.read_at, r.order_version, r.account_id FROM order_brief_read r
    LEFT JOIN account a ON a.id = r.account_id
    WHERE r.legal_order_id = :order ORDER BY r.read_at DESC, r.account_id LIMIT 200
)sql"};

std::vector<sql::Parameter> changing_values(LegalOrder const& order) {
    std::vector<sql::Parameter> values;
    values.reserve(24);
    values.emplace_back("id", order.id);
    values.emplace_back("scope", order_name_of(order.scope));
    values.emplace_back("until_on", order.until_on);
    values.emplace_back("until_at", order.until_at);
    values.emplace_back("note", order.note);
    values.emplace_back("end_kind", order_name_of(order.end));
    values.emplace_back("ended_at", order.ended_at);
    values.emplace_back("end_note", order.end_note);
    values.emplace_back("version", order.version);
    return values;
}

/// The names that ORDER_COLUMNS are read into; the enums come as text.
struct OrderRow {
    LegalOrder order;
    std::string scope;
    std::string end;
    LegalOrder take() {
        order.scope = enum_from_name<Scope>(scope);
        order.end = enum_from_name<OrderEnd>(end);
        return std::move(order);
    }
};

LegalOrder read_order(sql::Row& row) {
    OrderRow r;
    auto& o = r.order;
    row.read(o.id, o.action, o.case_file, o.form, r.scope, o.court, o.senior, o.made_on, o.from_at,
             o.until_on, o.until_at, o.first_until_on, o.age, o.without_notice, o.note, r.end, o.ended_at,
             o.end_note, o.recorded_by, o.recorded_at, o.version);
    return r.take();
}

OrderBreach read_breach(sql::Row& row) {
    OrderBreach b;
    std::string outcome;
    row.read(b.id, b.order, b.clause, b.incident, b.happened_at, b.what, b.evidence, b.crime_reference,
             b.police_told_on, b.arrested_at, b.committal_on, outcome, b.outcome_on, b.outcome_note,
             b.recorded_by, b.recorded_at, b.version);
    b.outcome = enum_from_name<domain::orders::BreachOutcome>(outcome);
    return b;
}

}  // namespace

void insert(sql::Write& tx, LegalOrder const& order) {
    auto values = changing_values(order);
    values.emplace_back("action", order.action);
    values.emplace_back("case_file", order.case_file);
    values.emplace_back("form", order.form);
    values.emplace_back("court", order.court);
    values.emplace_back("senior", order.senior);
    values.emplace_back("made_on", order.made_on);
    values.emplace_back("from_at", order.from_at);
    values.emplace_back("first_until_on", order.first_until_on);
    values.emplace_back("age", order.age);
    values.emplace_back("without_notice", order.without_notice);
    values.emplace_back("recorded_by", order.recorded_by);
    values.emplace_back("recorded_at", order.recorded_at);
    tx.run(insert_order, values);
}

bool update(sql::Write& tx, LegalOrder& order) {
    auto const changed = tx.run(update_order, changing_values(order));
    if (changed == 1) ++order.version;
    return changed == 1;
}

std::optional<LegalOrder> find(sql::Read& tx, LegalOrderId id) {
    return tx.one(select_order, {{"id", id}}, read_order);
}

std::vector<OrderOfAction> of_action(sql::Read& tx, LegalActionId action) {
    return tx.all(select_of_action, {{"action", action}}, [](sql::Row& row) {
        OrderRow r;
        auto& o = r.order;
        bool planned = false;
        row.read(o.id, o.action, o.case_file, o.form, r.scope, o.court, o.senior, o.made_on, o.from_at,
                 o.until_on, o.until_at, o.first_until_on, o.age, o.without_notice, o.note, r.end, o.ended_at,
                 o.end_note, o.recorded_by, o.recorded_at, o.version, planned);
        return OrderOfAction{r.take(), planned};
    });
}

std::optional<OrderInCase> find_in_case(sql::Read& tx, LegalOrderId id) {
    return tx.one(select_in_case, {{"id", id}}, [](sql::Row& row) {
        OrderInCase found;
        OrderRow r;
        auto& o = r.order;
        std::string after;
        std::optional<AccountId> owner;
        std::optional<Date> by;
        std::string note;
        row.read(o.id, o.action, o.case_file, o.form, r.scope, o.court, o.senior, o.made_on, o.from_at,
                 o.until_on, o.until_at, o.first_until_on, o.age, o.without_notice, o.note, r.end, o.ended_at,
                 o.end_note, o.recorded_by, o.recorded_at, o.version, found.case_reference, found.kind,
                 found.place, found.respondent_name, after, owner, by, note, found.plan_owner_name,
                 found.protected_people);
        found.order = r.take();
        if (auto const after_it = enum_from_name<AfterIt>(after); after_it && owner && by)
            found.plan = ExpiryPlan{found.order.id, *after_it, *owner, *by, note};
        return found;
    });
}

std::vector<OrderInForce> in_force_on_case(sql::Read& tx, CaseFileId file, Instant now) {
    return tx.all(select_in_force, {{"case_file", file}, {"now", now}}, [](sql::Row& row) {
        OrderInForce o;
        row.read(o.id, o.action, o.kind, o.form, o.scope, o.until_on, o.until_at);
        return o;
    });
}

void insert(sql::Write& tx, OrderExtension const& extension) {
    tx.run(insert_extension, {{"id", extension.id},
                              {"order", extension.order},
                              {"applied_on", extension.applied_on},
                              {"made_on", extension.made_on},
                              {"until_before", extension.until_before},
                              {"until_on", extension.until_on},
                              {"court", extension.court},
                              {"note", extension.note}});
}

std::vector<OrderExtension> extensions(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_extensions, {{"order", order}}, [](sql::Row& row) {
        OrderExtension e;
        row.read(e.id, e.order, e.applied_on, e.made_on, e.until_before, e.until_on, e.court, e.note);
        return e;
    });
}

void insert(sql::Write& tx, OrderClause const& clause, std::optional<ZoneBox> const& box) {
    auto const edge = [&](double ZoneBox::*side) {
        return box ? std::optional(*box.*side) : std::optional<double>();
    };
    tx.run(insert_clause, {{"id", clause.id},
                           {"order", clause.order},
                           {"position", clause.position},
                           {"kind", clause.kind},
                           {"words", clause.words},
                           {"from_on", clause.from_on},
                           {"until_on", clause.until_on},
                           {"participation", clause.participation},
                           {"supervisor", clause.supervisor},
                           {"power_of_arrest", clause.power_of_arrest},
                           {"arrest_ground", order_name_of(clause.arrest_ground)},
                           {"arrest_until", clause.arrest_until},
                           {"no_contact", clause.no_contact},
                           {"home_exclusion", clause.home_exclusion},
                           {"zone", clause.zone},
                           {"zone_easting", clause.zone_easting},
                           {"zone_northing", clause.zone_northing},
                           {"zone_radius", clause.zone_radius},
                           {"west", edge(&ZoneBox::west)},
                           {"south", edge(&ZoneBox::south)},
                           {"east", edge(&ZoneBox::east)},
                           {"north", edge(&ZoneBox::north)},
                           {"struck", clause.struck},
                           {"conduct", text::join(clause.conduct, ",")}});
    if (box && tx.engine() == sql::Engine::sqlite) tx.run(insert_zone, {{"id", clause.id}});
}

void strike(sql::Write& tx, OrderClauseId clause) { tx.run(strike_clause, {{"id", clause}}); }

std::vector<OrderClause> clauses(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_clauses, {{"order", order}}, [](sql::Row& row) {
        OrderClause c;
        std::string ground;
        std::string conduct;
        row.read(c.id, c.order, c.position, c.kind, c.words, c.from_on, c.until_on, c.participation,
                 c.supervisor, c.power_of_arrest, ground, c.arrest_until, c.no_contact, c.home_exclusion,
                 c.zone, c.zone_easting, c.zone_northing, c.zone_radius, c.struck, conduct);
        for (auto const code : text::split(conduct, ','))
            if (!code.empty()) c.conduct.emplace_back(code);
        c.arrest_ground = enum_from_name<ArrestGround>(ground);
        return c;
    });
}

std::vector<PlacedAddress> addresses_within(sql::Read& tx, ZoneBox const& box) {
    return tx.all(select_addresses_within,
                  {{"west", box.west}, {"east", box.east}, {"south", box.south}, {"north", box.north}},
                  [](sql::Row& row) {
                      PlacedAddress a;
                      row.read(a.line, a.postcode, a.easting, a.northing);
                      return a;
                  });
}

void insert(sql::Write& tx, EntryPermission const& permission) {
    tx.run(insert_permission, {{"id", permission.id},
                               {"order", permission.order},
                               {"position", permission.position},
                               {"role", permission.role},
                               {"name", permission.name},
                               {"reason", permission.reason},
                               {"from_on", permission.from_on},
                               {"until_on", permission.until_on},
                               {"from_time", time_text(permission.from_time)},
                               {"until_time", time_text(permission.until_time)}});
}

bool remove_permission(sql::Write& tx, LegalOrderId order, std::string_view id) {
    return tx.run(delete_permission, {{"id", id}, {"order", order}}) == 1;
}

std::vector<EntryPermission> permissions(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_permissions, {{"order", order}}, [](sql::Row& row) {
        EntryPermission e;
        std::string from_time;
        std::string until_time;
        row.read(e.id, e.order, e.position, e.role, e.name, e.reason, e.from_on, e.until_on, from_time,
                 until_time);
        e.from_time = TimeOfDay::parse(from_time);
        e.until_time = TimeOfDay::parse(until_time);
        return e;
    });
}

void insert(sql::Write& tx, ProtectedPerson const& person) {
    tx.run(insert_protected,
           {{"id", person.id}, {"order", person.order}, {"name", person.name}, {"note", person.note}});
}

bool remove_protected(sql::Write& tx, LegalOrderId order, std::string_view id) {
    return tx.run(delete_protected, {{"id", id}, {"order", order}}) == 1;
}

std::vector<ProtectedPerson> protected_people(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_protected, {{"order", order}}, [](sql::Row& row) {
        ProtectedPerson p;
        row.read(p.id, p.order, p.name, p.note);
        return p;
    });
}

void insert(sql::Write& tx, OrderBreach const& breach) {
    tx.run(insert_breach, {{"id", breach.id},
                           {"order", breach.order},
                           {"clause", breach.clause},
                           {"incident", breach.incident},
                           {"happened_at", breach.happened_at},
                           {"what", breach.what},
                           {"evidence", breach.evidence},
                           {"crime_reference", breach.crime_reference},
                           {"police_told_on", breach.police_told_on},
                           {"arrested_at", breach.arrested_at},
                           {"committal_on", breach.committal_on},
                           {"outcome", order_name_of(breach.outcome)},
                           {"outcome_on", breach.outcome_on},
                           {"outcome_note", breach.outcome_note},
                           {"recorded_by", breach.recorded_by},
                           {"recorded_at", breach.recorded_at},
                           {"version", breach.version}});
}

bool update(sql::Write& tx, OrderBreach& breach) {
    auto const changed = tx.run(update_breach, {{"id", breach.id},
                                                {"arrested_at", breach.arrested_at},
                                                {"committal_on", breach.committal_on},
                                                {"outcome", order_name_of(breach.outcome)},
                                                {"outcome_on", breach.outcome_on},
                                                {"outcome_note", breach.outcome_note},
                                                {"version", breach.version}});
    if (changed == 1) ++breach.version;
    return changed == 1;
}

std::optional<OrderBreach> find_breach(sql::Read& tx, OrderBreachId id) {
    return tx.one(select_breach, {{"id", id}}, read_breach);
}

std::vector<OrderBreach> breaches(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_breaches, {{"order", order}}, read_breach);
}

void put(sql::Write& tx, ExpiryPlan const& plan) {
    tx.run(put_plan, {{"order", plan.order},
                      {"after_it", plan.after_it},
                      {"owner", plan.owner},
                      {"by", plan.by},
                      {"note", plan.note}});
}

void insert(sql::Write& tx, EntryCheck const& check) {
    tx.run(insert_check, {{"id", check.id},
                          {"order", check.order},
                          {"role", check.role},
                          {"name", check.name},
                          {"asked_about", check.asked_about},
                          {"may_enter", check.may_enter},
                          {"reason", check.reason},
                          {"permission", check.permission},
                          {"checked_by", check.checked_by},
                          {"checked_at", check.checked_at}});
}

std::vector<EntryCheck> entry_checks(sql::Read& tx, LegalOrderId order, int limit) {
    return tx.all(select_checks, {{"order", order}, {"limit", limit}}, [](sql::Row& row) {
        EntryCheck k;
        row.read(k.id, k.order, k.role, k.name, k.asked_about, k.may_enter, k.reason, k.permission,
                 k.checked_by, k.checked_at, k.checked_by_name);
        return k;
    });
}

bool put_brief_read(sql::Write& tx, LegalOrderId order, AccountId account, std::int64_t version, Instant at) {
    return tx.run(insert_read, {{"order", order}, {"account", account}, {"version", version}, {"at", at}}) ==
           1;
}

std::vector<BriefRead> brief_reads(sql::Read& tx, LegalOrderId order) {
    return tx.all(select_reads, {{"order", order}}, [](sql::Row& row) {
        BriefRead read;
        row.read(read.name, read.read_at, read.order_version, read.account);
        return read;
    });
}

}  // namespace doorstep::storage::legal_orders
