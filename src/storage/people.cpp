#include "storage/people.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"

namespace doorstep::storage::people {
namespace {

#define CASE_PERSON_COLUMNS                                                                        \
    "id, case_file_id, person_id, part, side, description, anonymous, safe_contact_id, "           \
    "vulnerabilities, joined_on, left_on, raised_on, first_contact_by, first_contact_on, "         \
    "last_contact_on, next_contact_by, told_officers_on, told_owner_id, told_housing_officer_id, " \
    "version"

#define SAFE_CONTACT_COLUMNS                                                                  \
    "telephone, telephone_allowed, voicemail_allowed, text_allowed, email, email_allowed, "   \
    "letter_allowed, visit_allowed, will_contact_us, best_times, someone_else, name_to_use, " \
    "language, interpreter, sign_language, large_print, adjustments, agreed_on"

sql::Query const insert_case_person{"people.insert_case_person",
                                    "INSERT INTO case_person (" CASE_PERSON_COLUMNS R"sql() VALUES (
    :id, :case_file_id, :person_id, :part, :side, :description, :anonymous, :safe_contact_id,
    :vulnerabilities, :joined_on, :left_on, :raised_on, :first_contact_by, :first_contact_on,
    :last_contact_on, :next_contact_by, :told_officers_on, :told_owner_id,
    :told_housing_officer_id, :version)
)sql"};

sql::Query const update_case_person{"people.update_case_person", R"sql(
    UPDATE case_person SET person_id = :person_id, part = :part, side = :side, description = :description,
        anonymous = :anonymous, safe_contact_id = :safe_contact_id,
        vulnerabilities = :vulnerabilities, left_on = :left_on, raised_on = :raised_on,
        first_contact_by = :first_contact_by, first_contact_on = :first_contact_on,
        last_contact_on = :last_contact_on, next_contact_by = :next_contact_by,
        told_officers_on = :told_officers_on, told_owner_id = :told_owner_id,
        told_housing_officer_id = :told_housing_officer_id, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_case_people{"people.of_case", "SELECT " CASE_PERSON_COLUMNS R"sql(
    FROM case_person WHERE case_file_id = :case_file ORDER BY CASE side WHEN 'reporting' THEN 1 WHEN 'neutral' THEN 2 ELSE 3 END, joined_on, id
)sql"};
sql::Query const select_case_person{"people.case_person",
                                    "SELECT " CASE_PERSON_COLUMNS " FROM case_person WHERE id = :id"};

sql::Query const insert_safe_contact{"people.insert_safe_contact",
                                     "INSERT INTO safe_contact (id, " SAFE_CONTACT_COLUMNS R"sql() VALUES (
    :id, :telephone, :telephone_allowed, :voicemail_allowed, :text_allowed, :email,
    :email_allowed, :letter_allowed, :visit_allowed, :will_contact_us, :best_times,
    :someone_else, :name_to_use, :language, :interpreter, :sign_language, :large_print,
    :adjustments, :agreed_on)
)sql"};
sql::Query const select_safe_contacts{
    "people.safe_contacts", "SELECT id, " SAFE_CONTACT_COLUMNS " FROM safe_contact WHERE id {in:ids}"};

sql::Query const insert_person{"people.insert", R"sql(
    INSERT INTO person (id, name, sort_name, address_id, address_text, telephone, email, date_of_birth, created_at, version)
    VALUES (:id, :name, :sort_name, :address, :address_text, :telephone, :email, :date_of_birth, :created_at, :version)
)sql"};
sql::Query const update_person{"people.update", R"sql(
    UPDATE person SET name = :name, sort_name = :sort_name, address_id = :address, address_text = :address_text,
        telephone = :telephone, email = :email, date_of_birth = :date_of_birth, version = version + 1
    WHERE id = :id AND version = :version
)sql"};
#define PERSON_COLUMNS "id, name, address_id, address_text, telephone, email, date_of_birth, version"
sql::Query const select_people{"people.by_ids", "SELECT " PERSON_COLUMNS " FROM person WHERE id {in:ids}"};
sql::Query const remove_keys{"people.remove_keys", "DELETE FROM person_key WHERE person_id = :person"};
sql::Query const insert_key{"people.insert_key", R"sql(
    INSERT INTO person_key (kind, key, person_id) VALUES (:kind, :key, :person) ON CONFLICT DO NOTHING
)sql"};

sql::Query const select_people_of_case{"people.people_of_case", R"sql(
    SELECT c.id, c.case_file_id, c.person_id, c.part, c.side, c.description, c.anonymous, c.safe_contact_id,
        c.vulnerabilities, c.joined_on, c.left_on, c.raised_on, c.first_contact_by, c.first_contact_on,
        c.last_contact_on, c.next_contact_by, c.told_officers_on, c.told_owner_id, c.told_housing_officer_id, c.version,
        coalesce(p.name, ''), p.address_id, coalesce(p.address_text, ''), coalesce(p.telephone, ''),
        coalesce(p.email, ''), p.date_of_birth, coalesce(p.version, 0),
        coalesce(s.telephone, ''), coalesce(s.telephone_allowed, FALSE), coalesce(s.voicemail_allowed, FALSE),
        coalesce(s.text_allowed, FALSE), coalesce(s.email, ''), coalesce(s.email_allowed, FALSE),
        coalesce(s.letter_allowed, FALSE), coalesce(s.visit_allowed, FALSE), coalesce(s.will_contact_us, FALSE),
        coalesce(s.best_times, ''), coalesce(s.someone_else, ''), coalesce(s.name_to_use, ''),
        coalesce(s.language, 'en'), coalesce(s.interpreter, ''), coalesce(s.sign_language, FALSE),
        coalesce(s.large_print, FALSE), coalesce(s.adjustments, ''), coalesce(s.agreed_on, c.joined_on)
    FROM case_person c
    LEFT JOIN person p ON p.id = c.person_id
    LEFT JOIN safe_contact s ON s.id = c.safe_contact_id
    WHERE c.case_file_id = :case_file
)sql"};

CasePerson read_case_person(sql::Row& row) {
    CasePerson p;
    row.read(p.id, p.case_file, p.person, p.part, p.side, p.description, p.anonymous, p.safe_contact_id,
             p.vulnerabilities, p.joined_on, p.left_on, p.raised_on, p.first_contact_by, p.first_contact_on,
             p.last_contact_on, p.next_contact_by, p.told_officers_on, p.told_owner, p.told_housing_officer,
             p.version);
    return p;
}

std::vector<sql::Parameter> parameters_of(CasePerson const& p) {
    return {{"person_id", p.person},
            {"part", p.part},
            {"side", p.side},
            {"description", p.description},
            {"anonymous", p.anonymous},
            {"safe_contact_id", p.safe_contact_id},
            {"vulnerabilities", p.vulnerabilities},
            {"left_on", p.left_on},
            {"raised_on", p.raised_on},
            {"first_contact_by", p.first_contact_by},
            {"first_contact_on", p.first_contact_on},
            {"last_contact_on", p.last_contact_on},
            {"next_contact_by", p.next_contact_by},
            {"told_officers_on", p.told_officers_on},
            {"told_owner_id", p.told_owner},
            {"told_housing_officer_id", p.told_housing_officer},
            {"id", p.id},
            {"version", p.version}};
}

Person read_person(sql::Row& row) {
    Person p;
    row.read(p.id, p.name, p.address, p.address_text, p.telephone, p.email, p.date_of_birth, p.version);
    return p;
}

int order_of(domain::people::Side side) {
    if (side == domain::people::Side::reporting) return 1;
    return side == domain::people::Side::neutral ? 2 : 3;
}

PersonOnCase read_person_on_case(sql::Row& row) {
    PersonOnCase found;
    auto& c = found.part;
    Person p;
    SafeContact s;
    row.read(c.id, c.case_file, c.person, c.part, c.side, c.description, c.anonymous, c.safe_contact_id,
             c.vulnerabilities, c.joined_on, c.left_on, c.raised_on, c.first_contact_by, c.first_contact_on,
             c.last_contact_on, c.next_contact_by, c.told_officers_on, c.told_owner, c.told_housing_officer,
             c.version, p.name, p.address, p.address_text, p.telephone, p.email, p.date_of_birth, p.version,
             s.telephone, s.telephone_allowed, s.voicemail_allowed, s.text_allowed, s.email, s.email_allowed,
             s.letter_allowed, s.visit_allowed, s.will_contact_us, s.best_times, s.someone_else,
             s.name_to_use, s.language, s.interpreter, s.sign_language, s.large_print, s.adjustments,
             s.agreed_on);
    if (c.person) {
        p.id = *c.person;
        found.person = std::move(p);
    }
    if (c.safe_contact_id) found.safe_contact = std::move(s);
    return found;
}

/// Calls `use` with the kind and the words of each key.
template <class Use>
void each_key(Person const& person, Use use) {
    auto const add = [&](std::string_view kind, std::string_view key) {
        if (!key.empty()) use(kind, key);
    };
    for (auto const& key : text::phonetic_keys(person.name)) add("sound", key);
    for (auto const& key : text::trigrams(person.name)) add("trigram", key);
    add("telephone", digits_of(person.telephone));
    add("email", text::fold(person.email));
}

void write_key(sql::Write& tx, std::string_view kind, std::string_view key, PersonId person) {
    tx.run(insert_key, {{"kind", kind}, {"key", key}, {"person", person}});
}

void write_keys(sql::Write& tx, Person const& person) {
    each_key(person, [&](auto kind, auto key) { write_key(tx, kind, key, person.id); });
}

}  // namespace

std::string digits_of(std::string_view telephone) {
    std::string digits;
    for (char c : telephone)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.starts_with("44")) digits = "0" + digits.substr(2);
    return digits;
}

void insert(sql::Write& tx, Person const& person, Instant now) {
    insert_without_keys(tx, person, now);
    write_keys(tx, person);
}

void insert_without_keys(sql::Write& tx, Person const& person, Instant now) {
    tx.run(insert_person, {{"id", person.id},
                           {"name", person.name},
                           {"sort_name", text::sort_key(person.name)},
                           {"address", person.address},
                           {"address_text", person.address_text},
                           {"telephone", person.telephone},
                           {"email", person.email},
                           {"date_of_birth", person.date_of_birth},
                           {"created_at", now},
                           {"version", person.version}});
}

void KeysOfMany::add(Person const& person) {
    auto const number = static_cast<std::uint32_t>(people_.size());
    people_.push_back(person.id);
    each_key(person, [&](auto kind, auto key) {
        auto& people = keys_[std::string(kind) + '\0' + std::string(key)];
        if (people.empty() || people.back() != number) people.push_back(number);
    });
}

void KeysOfMany::insert(sql::Write& tx) const {
    std::vector<std::pair<std::string_view, std::vector<std::uint32_t> const*>> in_order;
    for (auto const& [key, people] : keys_) in_order.emplace_back(key, &people);
    std::sort(in_order.begin(), in_order.end());
    for (auto const& [key, numbers] : in_order) {
        std::vector<PersonId> people;
        for (auto const number : *numbers) people.push_back(people_[number]);
        std::sort(people.begin(), people.end());
        auto const end = key.find('\0');
        for (auto const& person : people) write_key(tx, key.substr(0, end), key.substr(end + 1), person);
    }
}

bool update(sql::Write& tx, Person& person) {
    int const changed = tx.run(update_person, {{"name", person.name},
                                               {"sort_name", text::sort_key(person.name)},
                                               {"address", person.address},
                                               {"address_text", person.address_text},
                                               {"telephone", person.telephone},
                                               {"email", person.email},
                                               {"date_of_birth", person.date_of_birth},
                                               {"id", person.id},
                                               {"version", person.version}});
    if (changed == 0) return false;
    ++person.version;
    tx.run(remove_keys, {{"person", person.id}});
    write_keys(tx, person);
    return true;
}

std::vector<Person> find_people(sql::Read& tx, std::vector<PersonId> const& ids) {
    if (ids.empty()) return {};
    auto const list = sql::json_id_list(ids);
    return tx.all(select_people, {{"ids", list}}, read_person);
}

void insert(sql::Write& tx, CasePerson const& person) {
    auto parameters = parameters_of(person);
    parameters.emplace_back("case_file_id", person.case_file);
    parameters.emplace_back("joined_on", person.joined_on);
    tx.run(insert_case_person, parameters);
}

bool update(sql::Write& tx, CasePerson& person) {
    if (tx.run(update_case_person, parameters_of(person)) == 0) return false;
    ++person.version;
    return true;
}

std::optional<CasePerson> find_case_person(sql::Read& tx, CasePersonId id) {
    return tx.one(select_case_person, {{"id", id}}, read_case_person);
}

std::vector<CasePerson> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_case_people, {{"case_file", file}}, read_case_person);
}

std::vector<PersonOnCase> people_of_case(sql::Read& tx, CaseFileId file) {
    auto people = tx.all(select_people_of_case, {{"case_file", file}}, read_person_on_case);
    // Here, because a database sorts by copying such wide rows.
    std::sort(people.begin(), people.end(), [](PersonOnCase const& one, PersonOnCase const& other) {
        auto const place = [](PersonOnCase const& entry) {
            return std::tuple(order_of(entry.part.side), entry.part.joined_on, entry.part.id.text());
        };
        return place(one) < place(other);
    });
    return people;
}

void insert_safe_contact_row(sql::Write& tx, std::string_view id, SafeContact const& s) {
    tx.run(insert_safe_contact, {{"id", id},
                                 {"telephone", s.telephone},
                                 {"telephone_allowed", s.telephone_allowed},
                                 {"voicemail_allowed", s.voicemail_allowed},
                                 {"text_allowed", s.text_allowed},
                                 {"email", s.email},
                                 {"email_allowed", s.email_allowed},
                                 {"letter_allowed", s.letter_allowed},
                                 {"visit_allowed", s.visit_allowed},
                                 {"will_contact_us", s.will_contact_us},
                                 {"best_times", s.best_times},
                                 {"someone_else", s.someone_else},
                                 {"name_to_use", s.name_to_use},
                                 {"language", s.language},
                                 {"interpreter", s.interpreter},
                                 {"sign_language", s.sign_language},
                                 {"large_print", s.large_print},
                                 {"adjustments", s.adjustments},
                                 {"agreed_on", s.agreed_on}});
}

std::map<std::string, SafeContact> find_safe_contacts(sql::Read& tx, std::vector<std::string> const& ids) {
    std::map<std::string, SafeContact> result;
    if (ids.empty()) return result;
    auto const list = sql::json_list(ids);
    tx.each(select_safe_contacts, {{"ids", list}}, [&](sql::Row& row) {
        std::string id;
        SafeContact s;
        row.read(id, s.telephone, s.telephone_allowed, s.voicemail_allowed, s.text_allowed, s.email,
                 s.email_allowed, s.letter_allowed, s.visit_allowed, s.will_contact_us, s.best_times,
                 s.someone_else, s.name_to_use, s.language, s.interpreter, s.sign_language, s.large_print,
                 s.adjustments, s.agreed_on);
        result.emplace(std::move(id), std::move(s));
    });
    return result;
}

}  // namespace doorstep::storage::people
