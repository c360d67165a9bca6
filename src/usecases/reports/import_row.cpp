#include "usecases/reports/import_row.h"

#include "base/text.h"
#include "usecases/settings.h"

namespace doorstep::usecases::reports {

using domain::triage::EverydayNoiseStep;
using domain::triage::Path;

namespace {

constexpr std::size_t shown = 40;

tl::unexpected<Refusal> wrong(std::string reason) {
    return refuse(RefusalKind::invalid, "row", std::move(reason));
}

std::string in_quotes(std::string_view text) { return "\"" + text::shorten(text, shown) + "\""; }

}  // namespace

std::set<std::string, std::less<>> const& import_fields() {
    static std::set<std::string, std::less<>> const fields{
        "received",  "what_happened",  "category",         "channel",        "place",
        "postcode",  "uprn",           "happened",         "happened_about", "people",
        "wish",      "reporter_name",  "reporter_address", "telephone",      "email",
        "safe_ways", "in_danger",      "self_harm",        "hate",           "high_profile",
        "signpost",  "everyday_noise", "is_closed"};
    return fields;
}

/// Refused when the mapping knows other words for this field, and not this one.
Expected<std::string> RowReader::known_value(Record const& record, std::string_view field) const {
    auto value = mapping_.value(record, field);
    if (value) return *value;
    return wrong(std::string(field) + " " + in_quotes(mapping_.raw(record, field)) +
                 " is not in the mapping");
}

Expected<std::string> RowReader::code(Record const& record, std::string_view field,
                                      std::string_view list) const {
    auto value = known_value(record, field);
    if (!value || value->empty()) return value;
    if (!settings_.list(list).find(*value, today_))
        return wrong(std::string(field) + " " + in_quotes(*value) + " is not in the list of " +
                     std::string(list));
    return value;
}

Expected<bool> RowReader::yes(Record const& record, std::string_view field) const {
    auto const value = known_value(record, field);
    if (!value) return refuse(value.error());
    auto const word = text::fold(*value);
    if (word == "yes" || word == "y" || word == "true" || word == "1") return true;
    if (word.empty() || word == "no" || word == "n" || word == "false" || word == "0") return false;
    return wrong(std::string(field) + " " + in_quotes(*value) + " is neither yes nor no");
}

Expected<std::optional<DatePattern::Read>> RowReader::date(Record const& record,
                                                           std::string_view field) const {
    auto const value = known_value(record, field);
    if (!value) return refuse(value.error());
    if (value->empty()) return std::optional<DatePattern::Read>();
    auto const read = mapping_.date_format()->read(*value);
    if (!read)
        return wrong(std::string(field) + " " + in_quotes(*value) + " is not a date as the mapping says");
    if (read->date > today_) return wrong(std::string(field) + " " + in_quotes(*value) + " is in the future");
    return read;
}

Expected<Done> RowReader::read_words(Record const& record, ImportedRow& row) const {
    auto& report = row.report.report;
    std::pair<std::string_view, std::string*> const targets[] = {
        {"what_happened", &report.what_happened},
        {"place", &report.place_text},
        {"postcode", &report.postcode},
        {"happened_about", &report.happened_about},
        {"people", &report.people_text},
        {"wish", &report.wish},
        {"reporter_name", &report.reporter_name},
        {"reporter_address", &report.reporter_address},
        {"uprn", &row.uprn}};
    for (auto const& [field, target] : targets) {
        auto value = known_value(record, field);
        if (!value) return refuse(value.error());
        *target = std::move(*value);
    }
    if (report.what_happened.empty()) return wrong("it does not say what happened");
    row.uprn.erase(0, std::min(row.uprn.find_first_not_of('0'), row.uprn.size()));
    return Done{};
}

Expected<Done> RowReader::read_dates(Record const& record, ImportedRow& row) const {
    auto& report = row.report.report;
    auto const received = date(record, "received");
    if (!received) return refuse(received.error());
    if (!*received) return wrong("it does not say when it was received");
    report.received_on = (*received)->date;
    report.received_at = london_instant((*received)->date, (*received)->time.value_or(TimeOfDay{12, 0}));
    auto const happened = date(record, "happened");
    if (!happened) return refuse(happened.error());
    if (*happened) report.happened_on = (*happened)->date;
    return Done{};
}

Expected<Done> RowReader::read_kinds(Record const& record, ImportedRow& row) const {
    auto& report = row.report.report;
    auto category = code(record, "category", "categories");
    if (!category) return refuse(category.error());
    if (!category->empty()) report.categories.push_back(std::move(*category));
    auto channel = code(record, "channel", "channels");
    if (!channel) return refuse(channel.error());
    report.channel = channel->empty() ? "import" : std::move(*channel);
    std::pair<std::string_view, bool*> const flags[] = {{"in_danger", &report.in_danger},
                                                        {"self_harm", &report.self_harm},
                                                        {"hate", &report.hate},
                                                        {"high_profile", &report.high_profile}};
    for (auto const& [field, flag] : flags) {
        auto const answer = yes(record, field);
        if (!answer) return refuse(answer.error());
        *flag = *answer;
    }
    return Done{};
}

/// A number from another system is not used until somebody has said that it is safe: `safe_ways` says which
/// are.
Expected<Done> RowReader::read_reporter(Record const& record, ImportedRow& row) const {
    auto const ways = known_value(record, "safe_ways");
    if (!ways) return refuse(ways.error());
    if (ways->empty()) return Done{};
    domain::people::SafeContact safe;
    for (auto const way : text::split(*ways, ',')) {
        auto const name = text::trim(way);
        if (name == "telephone")
            safe.telephone_allowed = true;
        else if (name == "text")
            safe.text_allowed = true;
        else if (name == "email")
            safe.email_allowed = true;
        else if (name == "letter")
            safe.letter_allowed = true;
        else if (name == "visit")
            safe.visit_allowed = true;
        else
            return wrong("safe_ways " + in_quotes(name) +
                         " is none of telephone, text, email, letter, visit");
    }
    auto telephone = known_value(record, "telephone");
    if (!telephone) return refuse(telephone.error());
    auto email = known_value(record, "email");
    if (!email) return refuse(email.error());
    safe.telephone = std::move(*telephone);
    safe.email = std::move(*email);
    // A way without its number is no way.
    if (safe.telephone.empty()) safe.telephone_allowed = safe.text_allowed = false;
    if (safe.email.empty()) safe.email_allowed = false;
    if (row.report.report.reporter_address.empty()) safe.letter_allowed = false;
    if (safe.any_way()) row.report.safe_contact = safe;
    return Done{};
}

Expected<Done> RowReader::read_outcome(Record const& record, ImportedRow& row) const {
    auto signpost = code(record, "signpost", "signposts");
    if (!signpost) return refuse(signpost.error());
    auto const step = known_value(record, "everyday_noise");
    if (!step) return refuse(step.error());
    auto const is_closed = yes(record, "is_closed");
    if (!is_closed) return refuse(is_closed.error());
    if (!signpost->empty()) {
        row.path = Path::signpost;
        row.signpost = std::move(*signpost);
        row.settled_words = mapping_.raw(record, "signpost");
    } else if (!step->empty()) {
        row.path = Path::everyday_noise;
        row.everyday_noise_step = enum_from_name<EverydayNoiseStep>(*step);
        if (!row.everyday_noise_step)
            return wrong("everyday_noise " + in_quotes(*step) +
                         " is none of advice, fabric-check, mediation");
        row.settled_words = mapping_.raw(record, "everyday_noise");
    } else if (*is_closed) {
        row.path = Path::dealt_with_before;
        row.settled_words = mapping_.raw(record, "is_closed");
    }
    return Done{};
}

Expected<ImportedRow> RowReader::read(Record const& record) const {
    ImportedRow row;
    auto& report = row.report.report;
    auto key = mapping_.key(record);
    if (key.empty()) return wrong("the column " + mapping_.key_column() + " is empty");
    report.import_source = mapping_.source();
    report.import_key = std::move(key);
    for (auto const part : {&RowReader::read_words, &RowReader::read_dates, &RowReader::read_kinds,
                            &RowReader::read_reporter, &RowReader::read_outcome})
        if (auto done = (this->*part)(record, row); !done) return refuse(done.error());
    return row;
}

}  // namespace doorstep::usecases::reports
