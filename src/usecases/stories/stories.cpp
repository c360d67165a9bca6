#include "usecases/stories/stories.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/case_studies.h"
#include "storage/cases.h"
#include "storage/contacts.h"
#include "storage/interventions.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/outbound/facts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::stories {

using domain::access::Action;
using domain::stories::State;

namespace {

constexpr int most_steps = 50;
constexpr int most_contacts = 1000;

struct OpenedStory {
    CaseStudy study;
    domain::cases::CaseFile file;
};

/// Whoever may not see the case does not see its story before it is told.
Expected<OpenedStory> open_story(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                 std::string_view id) {
    auto const no_such = [] {
        return refuse(RefusalKind::not_found, "no-such-story", "There is no such case study");
    };
    auto study = storage::case_studies::find(tx, id);
    if (!study) return no_such();
    auto file = storage::cases::find(tx, study->case_file);
    if (!file ||
        !domain::access::may_on_case(viewer, Action::see_case, storage::cases::standing(tx, *file, viewer)))
        return no_such();
    return OpenedStory{std::move(*study), std::move(*file)};
}

std::vector<std::string> identifiers_in(storage::sql::Read& tx, OpenedStory const& opened) {
    auto const facts = outbound::facts_for_everybody(tx, storage::people::people_of_case(tx, opened.file.id));
    std::vector<std::string> found;
    auto const words = opened.study.title + "\n" + opened.study.words;
    for (auto const& finding : domain::outbound::check(words, facts)) found.push_back(finding.words);
    if (words.find(opened.file.reference) != std::string::npos) found.push_back(opened.file.reference);
    return found;
}

domain::stories::Facts facts_of(storage::sql::Read& tx, Settings const& settings,
                                domain::cases::CaseFile const& file) {
    domain::stories::Facts facts;
    facts.category = settings.list("categories").label(file.category);
    facts.opened_on = file.opened_on;
    facts.closed_on = file.closed_on;
    facts.is_resolved = file.outcome == domain::cases::Outcome::resolved;
    for (auto const& contact : storage::contacts::of_case(tx, file.id, most_contacts))
        facts.conversations += contact.result == domain::contacts::Result::conversation;
    if (file.risk_band) facts.risk = text::lower_ascii(words_of(*file.risk_band));
    auto steps = storage::interventions::of_case(tx, file.id, most_steps);
    std::reverse(steps.begin(), steps.end());
    for (auto const& step : steps)
        facts.steps.emplace_back(settings.list("interventions").label(step.step.code));
    return facts;
}

void note_story(Change& change, CaseStudy const& study, std::string_view what) {
    change.record_setting(
        "papers", domain::events::paper_changed,
        domain::events::Detail().set("story", study.id).set("period", study.period).set("what", what));
}

tl::unexpected<Refusal> story_changed_meanwhile() {
    return refuse(RefusalKind::conflict, "changed-meanwhile", "Someone else changed this case study");
}

}  // namespace

Expected<StoryList> list_stories(Context& context, int page) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    StoryList list;
    list.count = storage::case_studies::count(context.read(), scope);
    list.pages = std::max(1, (list.count + stories_per_page - 1) / stories_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.studies = storage::case_studies::list(context.read(), scope, stories_per_page,
                                               (list.page - 1) * stories_per_page);
    return list;
}

Expected<std::string> draft_story(Context& context, DraftStory const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto const quarter = FinancialQuarter::parse(text::trim(input.period));
    if (!quarter) return refuse_field("no-such-quarter", "period", "Enter a quarter, such as 2023-24-Q1");
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<std::string> {
        auto const file =
            cases::open_case(change.tx, change.viewer, text::trim(input.reference), Action::see_case);
        if (!file)
            return refuse_field("no-such-case", "reference",
                                "Enter the reference of a case that is open to you");
        CaseStudy study;
        study.id = std::string(change.ids().next().text());
        study.period = quarter->code();
        study.case_file = file->id;
        study.title = std::string(settings.list("categories").label(file->category));
        study.words = domain::stories::draft_of(facts_of(change.tx, settings, *file));
        study.written_by = change.viewer.account;
        if (!storage::case_studies::insert(change.tx, study, change.now))
            return refuse_field("told-already", "reference", "This case is told in that quarter already");
        note_story(change, study, "drafted");
        return study.id;
    });
}

Expected<StoryView> view_story(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto opened = open_story(tx, context.viewer, id);
    if (!opened) return refuse(opened.error());
    StoryView view;
    view.identifiers = identifiers_in(tx, *opened);
    view.alike = storage::case_studies::alike(tx, opened->file.id,
                                              FinancialQuarter::parse(opened->study.period)->period());
    view.smallest = context.settings().standards().number(legal::standard_ids::small_number, context.today);
    view.may_sign = opened->study.state == State::draft &&
                    domain::access::may(context.viewer, Action::approve_papers) &&
                    opened->study.written_by != context.viewer.account;
    view.reference = opened->file.reference;
    view.study = std::move(opened->study);
    return view;
}

Expected<Done> write_story(Context& context, WriteStory const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_story(change.tx, change.viewer, input.id);
        if (!opened) return refuse(opened.error());
        auto& study = opened->study;
        if (study.version != input.seen_version) return story_changed_meanwhile();
        study.title = input.title;
        study.words = input.words;
        study.state = State::draft;
        study.written_by = change.viewer.account;
        study.signed_by.reset();
        study.signed_on.reset();
        if (!storage::case_studies::update(change.tx, study)) return story_changed_meanwhile();
        note_story(change, study, "written");
        return Done{};
    });
}

Expected<Done> sign_off_story(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::approve_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_story(change.tx, change.viewer, id);
        if (!opened) return refuse(opened.error());
        auto& study = opened->study;
        if (study.written_by == change.viewer.account)
            return refuse(RefusalKind::unlawful, "own-story",
                          "You wrote this: somebody else has to sign it off");
        if (auto const found = identifiers_in(change.tx, *opened); !found.empty())
            return refuse(RefusalKind::unlawful, "names-somebody",
                          "These words point to somebody on the case: " + text::join(found, ", "));
        study.state = State::signed_off;
        study.signed_by = change.viewer.account;
        study.signed_on = change.today;
        if (!storage::case_studies::update(change.tx, study)) return story_changed_meanwhile();
        note_story(change, study, "signed off");
        return Done{};
    });
}

}  // namespace doorstep::usecases::stories
