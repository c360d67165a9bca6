#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/assert.h"
#include "base/embedded.h"
#include "legal/law_data.h"
#include "legal/toml_dates.h"

namespace doorstep::legal {
namespace {

using Strings = std::vector<std::string>;

/// Keys of a row that say when, where and on whose word it applies.
constexpr std::array<std::string_view, 12> rule_keys{
    "id",   "title",    "nations",    "in_force_from", "in_force_until", "pending",
    "link", "evidence", "checked_on", "source",        "note",           "starts_with"};
constexpr std::array<std::string_view, 10> provision_keys{
    "value",  "unit",    "counting", "use",      "not_counted", "rolls_to_working_day",
    "bodies", "tenancy", "basis",    "reference"};
constexpr std::array<std::string_view, 7> who_keys{"bodies",    "may",    "reason", "instead",
                                                   "opened_by", "source", "note"};
constexpr std::array<std::string_view, 4> power_keys{"aliases", "who", "title", "id"};
constexpr std::array<std::string_view, 4> requirement_keys{"powers", "when", "duty", "bar"};
constexpr std::array<std::string_view, 4> consequence_keys{"event", "opens", "when", "deadline"};
constexpr std::array<std::string_view, 11> term_keys{"kind",      "title",   "respondent", "age_from",
                                                     "age_below", "longest", "shortest",   "extension",
                                                     "total",     "open",    "note"};
constexpr std::array<std::string_view, 3> name_keys{"code", "title", "landlord"};

Strings strings_in(toml::table const& table, std::string_view key) {
    Strings strings;
    if (auto const* list = table[key].as_array())
        for (auto const& item : *list) strings.push_back(item.value_or(std::string()));
    return strings;
}

/// One [[row]] of a file. What it lacks is looked for in `above`: the power it belongs to, the file's
/// [defaults].
class LawRow {
  public:
    LawRow(toml::table const& table, std::vector<toml::table const*> above, std::string where,
           Strings& problems)
        : table_(table), above_(std::move(above)), where_(std::move(where)), problems_(problems) {}

    void problem(std::string_view text) { problems_.push_back(fmt::format("{}: {}", where_, text)); }

    void allow(std::initializer_list<std::span<std::string_view const>> lists) {
        for (auto const& [key, value] : table_) {
            auto const is_known = std::any_of(lists.begin(), lists.end(), [&](auto const& list) {
                return std::find(list.begin(), list.end(), key.str()) != list.end();
            });
            if (!is_known) problem(fmt::format("\"{}\" means nothing here", key.str()));
        }
    }

    /// The row itself, or the nearest above it that has the key.
    toml::table const& holder_of(std::string_view key) const {
        if (table_.contains(key)) return table_;
        for (auto const* table : above_)
            if (table->contains(key)) return *table;
        return table_;
    }

    std::string text(std::string_view key) const { return text_in(holder_of(key), key); }
    std::string required(std::string_view key) {
        auto found = text(key);
        if (found.empty()) problem(fmt::format("{} is missing", key));
        return found;
    }
    bool flag(std::string_view key, bool otherwise) const { return holder_of(key)[key].value_or(otherwise); }
    Strings list(std::string_view key) const { return strings_in(holder_of(key), key); }

    std::optional<Date> date(std::string_view key) {
        auto const& table = holder_of(key);
        auto const found = date_in(table, key);
        if (table.contains(key) && !found) problem(fmt::format("{} is not a date", key));
        return found;
    }

    template <NamedEnum E>
    std::optional<E> choice(std::string_view key) {
        auto const name = text(key);
        if (name.empty()) return std::nullopt;
        auto const found = enum_from_name<E>(name);
        if (!found) problem(fmt::format("{} cannot be \"{}\"", key, name));
        return found;
    }
    template <NamedEnum E>
    std::vector<E> choices(std::string_view key) {
        std::vector<E> found;
        for (auto const& name : list(key)) {
            auto const one = enum_from_name<E>(name);
            if (one)
                found.push_back(*one);
            else
                problem(fmt::format("{} cannot hold \"{}\"", key, name));
        }
        return found;
    }

    /// Dates, extent, source and evidence.
    void read_rule(Provision& rule) {
        rule.nations = choices<Nation>("nations");
        if (rule.nations.empty()) problem("nations is missing");
        rule.is_pending = flag("pending", false);
        // A date of the file's defaults is no date of a row that has no start yet.
        if (!rule.is_pending || table_.contains("in_force_from")) rule.in_force_from = date("in_force_from");
        rule.in_force_until = date("in_force_until");
        rule.starts_with = text("starts_with");
        rule.source = required("source");
        rule.link = text("link");
        rule.note = text("note");
        rule.evidence_marks = required("evidence");
        rule.evidence = weakest(rule.evidence_marks);
        auto const checked = date("checked_on");
        if (!checked) problem("checked_on is missing");
        rule.checked_on = checked.value_or(Date());
    }

    void read_value(Provision& provision) {
        auto const unit = choice<ProvisionUnit>("unit");
        if (!unit) return problem("unit is missing");
        provision.unit = *unit;
        auto const value = table_["value"];
        if (auto const number = value.value_exact<std::int64_t>()) {
            provision.number = static_cast<int>(*number);
            provision.value = std::to_string(*number);
        } else if (auto const answer = value.value_exact<bool>()) {
            provision.number = *answer ? 1 : 0;
            provision.value = *answer ? "true" : "false";
        } else if (*unit != ProvisionUnit::date) {
            problem("value is a whole number, or true or false");
        }
    }

  private:
    /// "V,S": the weaker of the two. "P" says that it is pending, which has a key of its own.
    Evidence weakest(std::string_view marks) {
        // "P" alone says nothing about what was read.
        auto found = marks == "P" ? Evidence::memory : Evidence::verified;
        for (auto const mark : marks) {
            if (mark == ',' || mark == 'P') continue;
            auto const evidence = enum_from_name<Evidence>(std::string_view(&mark, 1));
            if (!evidence) problem(fmt::format("evidence cannot be \"{}\"", marks));
            found = std::max(found, evidence.value_or(Evidence::memory));
        }
        return found;
    }

    toml::table const& table_;
    std::vector<toml::table const*> above_;
    std::string where_;
    Strings& problems_;
};

class LawFileReader {
  public:
    LawFileReader(std::string_view name, toml::table const& file, LawData& data)
        : name_(name), file_(file), data_(data) {}

    void read() {
        subject_ = {text_in(file_, "subject"), text_in(file_, "title")};
        if (subject_.code.empty() || subject_.title.empty())
            data_.problems.push_back(name_ + ": subject or title is missing");
        for (auto const& [key, value] : file_)
            if (std::find(sections.begin(), sections.end(), key.str()) == sections.end())
                data_.problems.push_back(fmt::format("{}: \"{}\" means nothing here", name_, key.str()));
        each("provision", [&](toml::table const& table, LawRow& row) { read_provision(table, row); });
        each("term", [&](toml::table const&, LawRow& row) { read_term(row); });
        each("power", [&](toml::table const& table, LawRow& row) { read_power(table, row); });
        each("requirement", [&](toml::table const&, LawRow& row) { read_requirement(row); });
        each("consequence", [&](toml::table const&, LawRow& row) { read_consequence(row); });
        each("body", [&](toml::table const&, LawRow& row) {
            data_.bodies.push_back(name_in(row));
            if (row.flag("landlord", false)) data_.landlords.push_back(data_.bodies.back());
        });
        each("circumstance",
             [&](toml::table const&, LawRow& row) { data_.circumstances.push_back(name_in(row)); });
        each("event", [&](toml::table const&, LawRow& row) { data_.events.push_back(name_in(row)); });
        data_.subjects.push_back(subject_);
    }

  private:
    static constexpr std::array<std::string_view, 11> sections{
        "subject",     "title",       "defaults", "provision",    "term", "power",
        "requirement", "consequence", "body",     "circumstance", "event"};

    template <class Read>
    void each(std::string_view section, Read&& read_row) {
        auto const* rows = file_[section].as_array();
        if (rows == nullptr) return;
        for (auto const& node : *rows)
            if (auto const* table = node.as_table()) {
                LawRow row(*table, above(), where(node), data_.problems);
                read_row(*table, row);
            }
    }

    std::vector<toml::table const*> above() const {
        auto const* defaults = file_["defaults"].as_table();
        return defaults != nullptr ? std::vector{defaults} : std::vector<toml::table const*>();
    }
    std::string where(toml::node const& node) const {
        return fmt::format("{} line {}", name_, node.source().begin.line);
    }

    void read_provision(toml::table const& table, LawRow& row) {
        row.allow({rule_keys, provision_keys});
        Provision provision;
        provision.id = row.required("id");
        provision.title = row.required("title");
        provision.subject = subject_.code;
        row.read_rule(provision);
        row.read_value(provision);
        provision.counting = row.choice<Counting>("counting");
        provision.use = row.choice<PeriodUse>("use").value_or(PeriodUse::limit);
        provision.not_counted = row.choices<DayNotCounted>("not_counted");
        provision.rolls_to_working_day = table["rolls_to_working_day"].value_or(false);
        provision.bodies = row.list("bodies");
        provision.tenancy = row.choice<Tenancy>("tenancy");
        provision.basis = row.text("basis");
        provision.is_reference = row.flag("reference", false);
        data_.provisions.push_back(std::move(provision));
    }

    void read_term(LawRow& row) {
        row.allow({term_keys});
        data_.terms.push_back({.kind = row.required("kind"),
                               .title = row.required("title"),
                               .respondent = row.text("respondent"),
                               .age_from = row.text("age_from"),
                               .age_below = row.text("age_below"),
                               .longest = row.text("longest"),
                               .shortest = row.text("shortest"),
                               .extension = row.text("extension"),
                               .total = row.text("total"),
                               .may_be_open = row.flag("open", false)});
    }

    void read_power(toml::table const& table, LawRow& row) {
        row.allow({rule_keys, power_keys});
        Power power{row.required("id"), row.required("title"), row.list("aliases"), {}};
        auto const* rows = table["who"].as_array();
        if (rows == nullptr) return row.problem("who is missing");
        for (auto const& node : *rows) {
            auto over = above();
            over.insert(over.begin(), &table);
            LawRow who(*node.as_table(), over, where(node), data_.problems);
            who.allow({rule_keys, who_keys});
            WhoRow answer;
            answer.bodies = who.list("bodies");
            answer.may = who.flag("may", false);
            answer.reason = who.required("reason");
            answer.instead = who.list("instead");
            answer.opened_by = who.text("opened_by");
            who.read_rule(answer.rule);
            answer.rule.id = "who." + power.id;
            answer.rule.title = power.title;
            answer.rule.subject = subject_.code;
            answer.rule.value = answer.may ? "true" : "false";
            answer.rule.number = answer.may ? 1 : 0;
            answer.rule.unit = ProvisionUnit::yes_no;
            power.rows.push_back(std::move(answer));
        }
        data_.powers.push_back(std::move(power));
    }

    void read_requirement(LawRow& row) {
        row.allow({rule_keys, requirement_keys});
        RequirementRow requirement{.title = row.required("title"),
                                   .powers = row.list("powers"),
                                   .when = row.text("when"),
                                   .is_duty = row.flag("duty", true),
                                   .is_bar = row.flag("bar", false),
                                   .rule = rule_of(row)};
        data_.requirements.push_back(std::move(requirement));
    }

    void read_consequence(LawRow& row) {
        row.allow({rule_keys, consequence_keys});
        ConsequenceRow consequence{.event = row.required("event"),
                                   .title = row.required("title"),
                                   .opens = row.required("opens"),
                                   .when = row.text("when"),
                                   .deadline = row.text("deadline"),
                                   .rule = rule_of(row)};
        data_.consequences.push_back(std::move(consequence));
    }

    Provision rule_of(LawRow& row) {
        Provision rule;
        rule.id = row.required("id");
        rule.title = row.required("title");
        rule.subject = subject_.code;
        rule.value = "true";
        rule.number = 1;
        rule.unit = ProvisionUnit::yes_no;
        row.read_rule(rule);
        return rule;
    }

    LawName name_in(LawRow& row) {
        row.allow({name_keys});
        return {row.required("code"), row.required("title")};
    }

    std::string name_;
    toml::table const& file_;
    LawData& data_;
    LawSubject subject_;
};

}  // namespace

void read_law_file(std::string_view name, std::string_view text, LawData& data) {
    try {
        auto const file = toml::parse(text, name);
        LawFileReader(name, file, data).read();
    } catch (toml::parse_error const& error) {
        data.problems.push_back(
            fmt::format("{} line {}: {}", name, error.source().begin.line, error.description()));
    }
}

LawData read_embedded_law() {
    LawData data;
    constexpr std::string_view folder = "law/";
    for (auto const& file : embedded_files(folder)) {
        bool const is_below = file.name.find('/', folder.size()) != std::string_view::npos;
        if (is_below || file.name == "law/bank-holidays.toml" || !file.name.ends_with(".toml")) continue;
        read_law_file(file.name, file.content, data);
    }
    DOORSTEP_ASSERT(data.problems.empty(), data.problems.front());
    return data;
}

}  // namespace doorstep::legal
