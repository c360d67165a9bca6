#include "usecases/stories/stories.h"

#include "figures/reporting_period.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "pages/stories/routes.h"

namespace doorstep::pages::stories {
namespace {

using domain::stories::State;
using forms::at_most;
using forms::required;
using usecases::stories::DraftStory;
using usecases::stories::StoryView;
using usecases::stories::WriteStory;

Page stories_page(std::string title, bool is_home = false) {
    Page page;
    page.title = std::move(title);
    page.current_section = "papers";
    page.breadcrumbs = {{"Papers", "/papers"}};
    if (!is_home) page.breadcrumbs.push_back({"Case studies", "/case-studies"});
    return page;
}

govuk::Tag story_tag(State state) {
    return {.text = std::string(words_of(state)),
            .classes = state == State::signed_off ? "govuk-tag--green" : "govuk-tag--blue"};
}

std::string quarter_words(std::string const& period) {
    auto const quarter = FinancialQuarter::parse(period);
    return quarter ? quarter->words() : period;
}

forms::Form<DraftStory> const& draft_form() {
    static auto const form = forms::form<DraftStory>(
        "draft-story",
        forms::text_field(&DraftStory::reference,
                          {.name = "case",
                           .label = "Which case?",
                           .hint = "Its reference, like ASB-26-00142",
                           .classes = "govuk-input--width-10"},
                          {required("Enter the reference of a case")}),
        forms::select_field(&DraftStory::period,
                            {.name = "period", .label = "For the paper of which quarter?"},
                            {required("Select a quarter")}));
    return form;
}

forms::Form<WriteStory> const& story_form() {
    static auto const form = forms::form<WriteStory>(
        "case-study",
        forms::text_field(
            &WriteStory::title, {.name = "title", .label = "Title"},
            {required("Enter a title"), at_most(100, "The title must be 100 characters or fewer")}),
        forms::textarea_field(
            &WriteStory::words,
            {.name = "words",
             .label = "What happened",
             .hint = "Without names, places or days. An empty line begins a new paragraph",
             .rows = 14},
            {required("Enter what happened"), at_most(6000, "Use 6,000 characters or fewer")}));
    return form;
}

forms::Choices quarters_to_tell(Visit& visit) {
    constexpr int quarters = 12;
    forms::Choices choices;
    auto quarter = FinancialQuarter::containing(visit.context.today);
    for (int n = 0; n < quarters; ++n, quarter = quarter.previous())
        choices["period"].push_back({.value = quarter.code(), .text = quarter.words()});
    return choices;
}

http::Response draft_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = draft_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("New case study")
         << html::p(
                "A first draft is made from what is on file: the kind of case, what was done and how it "
                "ended.");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = quarters_to_tell(visit)});
    fields << forms::buttons("Make a draft", "/case-studies");
    body << visit.form("/case-studies/new", fields);
    Page page = stories_page("New case study");
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// What the words give away, and who else could be meant.
Html warnings(StoryView const& view) {
    Html html;
    if (!view.identifiers.empty()) {
        std::vector<Html> found;
        for (auto const& one : view.identifiers) found.push_back(Html::text(one));
        Html words = html::p("These words point to somebody on the case. It cannot be signed off with them:");
        html << govuk::inset_text({.html = words << html::list(found)});
    }
    if (view.alike < view.smallest)
        html << govuk::warning_text(
            {.text = "Fewer than " + std::to_string(view.smallest) +
                     " cases of this kind were opened in its area in the quarter: neighbours may recognise "
                     "it. Leave "
                     "the kind or what was done in more general words, or choose another case."});
    return html;
}

http::Response story_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::stories::view_story(visit.context, visit.request.parameter("story"));
    if (!view) return visit.refused(view.error());
    auto const address = "/case-studies/" + view->study.id;
    auto const shapes = story_form().shapes();
    if (typed.empty())
        typed = forms::fill(story_form(),
                            WriteStory{.id = {}, .title = view->study.title, .words = view->study.words});
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint(quarter_words(view->study.period)) << html::h1("Case study")
         << html::p(govuk::tag(story_tag(view->study.state)));
    Html from = Html::text("From ");
    body << html::p(from << html::a("/cases/" + view->reference, view->reference)) << warnings(*view);
    http::Pairs hidden;
    hidden.set("version", std::to_string(view->study.version));
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Save", "/case-studies");
    body << visit.form(address, fields, std::move(hidden));
    if (view->may_sign)
        body << html::h2("Sign off")
             << html::p(
                    "Signed off, it is told in the board paper of its quarter. Written on, it is a draft "
                    "again.")
             << visit.form(address + "/sign-off", govuk::button({.text = "Sign off"}));
    else if (view->study.state == State::draft)
        body << html::p("Somebody who did not write it signs it off.");
    Page page = stories_page("Case study");
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response show_stories(Visit& visit) {
    auto const list = usecases::stories::list_stories(visit.context, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging const paging{
        .path = "/case-studies", .query = {}, .page = list->page, .pages = list->pages, .total = list->count};
    Html body = html::h1("Case studies");
    body << govuk::button({.text = "New case study", .href = "/case-studies/new"});
    if (list->studies.empty()) {
        body << govuk::empty_state(
            {.title = "No case study yet",
             .text = "A serious or a typical case, told so that nobody can be recognised."});
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "Title"}, {.text = "Quarter"}, {.text = "State"}},
                           .caption = "Case studies, newest quarter first",
                           .caption_classes = "govuk-table__caption--m",
                           .first_cell_is_header = true,
                           .stacks = true};
        for (auto const& one : list->studies)
            table.rows.push_back({{.html = html::a("/case-studies/" + one.id, one.title)},
                                  {.text = quarter_words(one.period)},
                                  {.html = govuk::tag(story_tag(one.state))}});
        body << govuk::table_wrap({.table = table, .label = ""}) << page_links(paging);
    }
    Page page = stories_page("Case studies", true);
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_new_story(Visit& visit) {
    http::Pairs typed;
    typed.set("period", FinancialQuarter::containing(visit.context.today).previous().code());
    return draft_page(visit, std::move(typed), {});
}

http::Response post_new_story(Visit& visit) {
    auto parsed = visit.parse(draft_form(), quarters_to_tell(visit));
    if (!parsed.ok()) return draft_page(visit, std::move(parsed.typed), parsed.problems);
    auto const made = usecases::stories::draft_story(visit.context, parsed.input);
    if (made) {
        visit.context.note_result_of_once("/case-studies/" + *made);
        return visit.done("/case-studies/" + *made, "A draft is made.");
    }
    if (is_about_the_form(made.error())) {
        auto problems = problems_of(made.error());
        for (auto& problem : problems)
            if (problem.field == "reference") problem.field = "case";
        return draft_page(visit, std::move(parsed.typed), problems);
    }
    return visit.refused(made.error());
}

http::Response show_story(Visit& visit) { return story_page(visit, {}, {}); }

http::Response post_story(Visit& visit) {
    auto parsed = visit.parse(story_form());
    if (!parsed.ok()) return story_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.id = std::string(visit.request.parameter("story"));
    parsed.input.seen_version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const saved = usecases::stories::write_story(visit.context, parsed.input);
    if (saved)
        return visit.done("/case-studies/" + http::percent_encode(parsed.input.id), "Case study saved.");
    if (is_about_the_form(saved.error()))
        return story_page(visit, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response post_sign_off(Visit& visit) {
    auto const done = usecases::stories::sign_off_story(visit.context, visit.request.parameter("story"));
    if (done)
        return visit.done("/case-studies/" + http::percent_encode(visit.request.parameter("story")),
                          "Signed off.");
    if (is_about_the_form(done.error())) return story_page(visit, {}, problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Body;
    using http::Method;
    auto const write = Access::to(Action::write_papers);
    routes.push_back({Method::get, "/case-studies", write, show_stories});
    routes.push_back({Method::get, "/case-studies/new", write, show_new_story});
    routes.push_back({Method::post, "/case-studies/new", write, post_new_story, Body::form});
    routes.push_back({Method::get, "/case-studies/{story}", write, show_story});
    routes.push_back({Method::post, "/case-studies/{story}", write, post_story, Body::form});
    routes.push_back({Method::post, "/case-studies/{story}/sign-off", Access::to(Action::approve_papers),
                      post_sign_off, Body::form});
}

}  // namespace doorstep::pages::stories
