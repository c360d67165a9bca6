#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>

#include "fuzz/targets.h"

namespace doorstep::fuzz {
namespace {

struct Target {
    char const* name;
    void (*run)(std::string_view);
};
constexpr std::array targets{Target{"multipart", multipart},
                             Target{"form", form},
                             Target{"cookies", cookies},
                             Target{"range", range},
                             Target{"request_head", request_head},
                             Target{"target", target},
                             Target{"csv", csv},
                             Target{"moments", moments},
                             Target{"standards", standards},
                             Target{"words", words}};

std::vector<std::string> corpus_of(char const* name) {
    std::vector<std::string> inputs;
    for (auto const& entry :
         std::filesystem::directory_iterator(std::filesystem::path("tests/fuzz/corpus") / name)) {
        std::ifstream file(entry.path(), std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

TEST(FuzzCorpus, every_input_cut_anywhere_keeps_the_promises) {
    for (auto const& target : targets) {
        auto const inputs = corpus_of(target.name);
        EXPECT_GE(inputs.size(), 4u) << target.name;
        for (auto const& input : inputs)
            for (std::size_t size = 0; size <= input.size(); ++size)
                EXPECT_NO_THROW(target.run(std::string(input.substr(0, size))))
                    << target.name << ": " << input;
    }
}

TEST(FuzzCorpus, every_input_with_bytes_changed_keeps_the_promises) {
    std::mt19937 random(1);  // always the same
    for (auto const& target : targets) {
        for (auto const& input : corpus_of(target.name)) {
            for (int round = 0; round < 500 && !input.empty(); ++round) {
                auto changed = input;
                for (int i = 0; i < 3; ++i) {
                    static constexpr std::string_view interesting{"\0\r\n-%;=&:/.\"\\ \xFF\xC3", 16};
                    changed[random() % changed.size()] = interesting[random() % interesting.size()];
                }
                EXPECT_NO_THROW(target.run(changed)) << target.name << ": " << changed;
            }
        }
    }
}

}  // namespace
}  // namespace doorstep::fuzz
