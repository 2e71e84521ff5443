#include "report/progress.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

using namespace recto;

TEST_CASE("progress: a long run says how far it is on one line, and takes the line away") {
  std::ostringstream errors;
  {
    Progress progress(errors, Shown::yes, std::chrono::milliseconds(0));
    progress.advance(20);
    CHECK(errors.str() == "\rchecked 1 of 20 posts");
  }
  CHECK(errors.str() == "\rchecked 1 of 20 posts\r" + std::string(21, ' ') + "\r");
}

TEST_CASE("progress: a short run, and one that is not watched, say nothing") {
  std::ostringstream errors;
  {
    Progress brief(errors, Shown::yes);
    Progress unseen(errors, Shown::no, std::chrono::milliseconds(0));
    brief.advance(2);
    unseen.advance(2);
  }
  CHECK(errors.str().empty());
}
