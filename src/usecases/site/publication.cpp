#include "usecases/site/publication.h"

#include <charconv>

#include "legal/measures.h"
#include "storage/accounts.h"
#include "storage/settings.h"
#include "usecases/settings.h"

namespace doorstep::usecases::site {

using domain::access::Action;

namespace {

constexpr std::string_view performance_key = "publishes_performance";
constexpr std::string_view performance_by_key = "publishes_performance_by";
constexpr std::string_view performance_at_key = "publishes_performance_at";

std::optional<Instant> moment(std::string_view milliseconds) {
    std::int64_t value = 0;
    auto const* end = milliseconds.data() + milliseconds.size();
    auto const [at, error] = std::from_chars(milliseconds.data(), end, value);
    if (error != std::errc{} || at != end) return std::nullopt;
    return Instant::from_milliseconds(value);
}

}  // namespace

Expected<Publication> view_publication(Context& context) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    auto& tx = context.read();
    auto const values = storage::settings::site_values(tx);
    auto const value = [&](std::string_view key) {
        auto const found = values.find(key);
        return found == values.end() ? std::string() : found->second;
    };
    Publication view;
    view.performance = value(performance_key) == "yes";
    view.changed_at = moment(value(performance_at_key));
    if (auto const id = AccountId::parse(value(performance_by_key)))
        if (auto const account = storage::accounts::find(tx, *id)) view.changed_by = account->name;
    auto const& collected = context.settings().site().collected_from;
    for (auto const& measure : legal::measures()) {
        auto const from = collected.find(measure.id);
        view.measures.push_back(
            {.measure = &measure,
             .from = from == collected.end() ? std::nullopt : std::optional(from->second)});
    }
    return view;
}

Expected<Done> publish_performance(Context& context, bool is_public) {
    auto const before = view_publication(context);
    if (!before) return refuse(before.error());
    if (before->performance == is_public) return Done{};
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        set_site_value(change.tx, performance_key, is_public ? "yes" : "no");
        set_site_value(change.tx, performance_by_key,
                       change.viewer.account ? change.viewer.account->text() : std::string_view());
        set_site_value(change.tx, performance_at_key, std::to_string(change.now.milliseconds()));
        mark_settings_changed(change.tx, change.now);
        change.record_setting(
            "site", domain::events::site_changed,
            domain::events::Detail().change("publishes_performance", before->performance, is_public));
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

Expected<Done> set_collected_from(Context& context, CollectedFrom const& input) {
    auto const before = view_publication(context);
    if (!before) return refuse(before.error());
    MeasureCollected const* found = nullptr;
    for (auto const& one : before->measures)
        if (one.measure->id == input.measure) found = &one;
    if (!found) return refuse_field("measure-unknown", "measure", "Choose from the list");
    if (input.from && *input.from > context.today)
        return refuse_field("date-in-future", "from", "The day must be today or in the past");
    if (found->from == input.from) return Done{};
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        // A value that is no date is none: keys are never taken away.
        set_site_value(change.tx, "collected_from." + input.measure, input.from ? input.from->iso() : "");
        mark_settings_changed(change.tx, change.now);
        change.record_setting("site", domain::events::site_changed,
                              domain::events::Detail()
                                  .set("measure", input.measure)
                                  .change("collected_from", found->from, input.from));
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::site
