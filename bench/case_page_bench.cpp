#include <benchmark/benchmark.h>

#include "storage/sql/database.h"
#include "support/web/test_browser.h"
#include "usecases/cases/view_case.h"
#include "usecases/contacts/record_contact.h"

/// The server's work for one page of a case, without sockets: session, menu, the case and its people, thirty
/// lines of its history, and the page in HTML. All statements run on SQLite.
namespace doorstep::test {
namespace {

constexpr int contacts = 45;

class CaseOfLongStanding {
  public:
    CaseOfLongStanding() {
        site_.set_today(site_.today().plus_days(-2));
        officer_ = site_.account(domain::access::Role::asb_officer, "Dana Okafor");
        made_ = site_.open_case({.owner = officer_.id, .complainants = 2});
        site_.set_today(site_.today().plus_days(2));
        for (int n = 0; n < contacts; ++n) {
            auto context = site_.as(officer_);
            usecases::contacts::RecordContact const contact{
                .reference = made_.file.reference,
                .person = made_.complainants.front().id,
                .made_on = site_.today(),
                .made_time = {},
                .method = domain::contacts::Method::telephone,
                .result = domain::contacts::Result::conversation,
                .summary =
                    "Spoke about the noise on Friday night. It began at about 11pm and went on until 2am. "
                    "Agreed that she will keep the diary, and that I ring again after the visit.",
                .still_safe = true};
            if (!usecases::contacts::record_contact(context, contact)) std::abort();
        }
        browser_.sign_in(officer_);
    }

    http::Response get(std::string const& below) {
        return browser_.get("/cases/" + made_.file.reference + below);
    }
    usecases::Context context() { return site_.as(officer_); }
    std::string const& reference() const { return made_.file.reference; }

  private:
    TestSite site_;
    TestWeb web_{site_};
    domain::accounts::Account officer_;
    TestSite::MadeCase made_;
    TestBrowser browser_{web_};
};

CaseOfLongStanding& the_case() {
    static CaseOfLongStanding file;
    return file;
}

void case_overview_page(benchmark::State& state) {
    auto& file = the_case();
    std::size_t bytes = 0;
    auto const before = storage::sql::statements_on_this_thread();
    for (auto _ : state) {
        auto const response = file.get("");
        if (response.status != 200) state.SkipWithError("the page did not open");
        bytes = response.body.size();
    }
    state.counters["statements"] = static_cast<double>(storage::sql::statements_on_this_thread() - before) /
                                   static_cast<double>(state.iterations());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(case_overview_page)->Unit(benchmark::kMicrosecond);

/// The same without session, menu and HTML.
void case_overview_view(benchmark::State& state) {
    auto& file = the_case();
    for (auto _ : state) {
        auto context = file.context();
        auto view = usecases::cases::view_case(context, file.reference(), {});
        if (!view) state.SkipWithError("the case did not open");
        benchmark::DoNotOptimize(view);
    }
}
BENCHMARK(case_overview_view)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace doorstep::test

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    // Made, signed in and warm before the first measurement.
    for (int n = 0; n < 3; ++n) doorstep::test::the_case().get("");
    benchmark::RunSpecifiedBenchmarks();
}
